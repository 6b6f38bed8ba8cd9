/** Whom a change concerns and what it gives and takes, whether it was made or is only looked at. */
@NamedInterface("reach")
@NullMarked
package org.mandate.authorization.reach;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
