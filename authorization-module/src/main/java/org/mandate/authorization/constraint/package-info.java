/** Separation of duty: roles of which nobody may hold too many. */
@NamedInterface("constraint")
@NullMarked
package org.mandate.authorization.constraint;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
