/** Assignments of roles to subjects. */
@NamedInterface("assignment")
@NullMarked
package org.mandate.authorization.assignment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
