/** Sign-in, sessions, refresh tokens and the keys that sign access tokens. */
@NamedInterface("token")
@NullMarked
package org.mandate.identity.token;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
