/** The decision point: a question is decided on the facts of now, recorded, and only then answered. */
@NamedInterface("point")
@NullMarked
package org.mandate.authorization.point;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
