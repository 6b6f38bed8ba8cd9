/** Roles: the permissions they hold and the roles they inherit. */
@NamedInterface("role")
@NullMarked
package org.mandate.authorization.role;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
