package org.mandate.identity.token;

import java.time.Instant;
import java.util.Set;
import org.mandate.identity.UserId;

/**
 * A session: the access tokens and the refresh tokens that came of one sign-in. Nothing of it lets anybody in.
 * @param expiresAt when it ends by itself, unless it is refreshed before
 */
public record SessionView(String id, UserId user, Set<String> scopes, Instant createdAt, Instant expiresAt) {}
