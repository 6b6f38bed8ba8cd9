/** The catalogue of permissions. */
@NamedInterface("permission")
@NullMarked
package org.mandate.authorization.permission;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
