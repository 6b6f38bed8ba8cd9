/** Users: registration, profile, activation, erasure, and the directory that lists them. */
@NamedInterface("user")
@NullMarked
package org.mandate.identity.user;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
