package org.mandate.identity.token;

import java.util.Optional;
import org.mandate.identity.UserId;

/**
 * A page of the sessions that stand, newest first; answers {@link SessionPage}.
 * @param user only this user's
 * @param limit 1 to 1000
 * @param cursor {@code next} of the page before
 */
public record FindSessions(Optional<UserId> user, int limit, Optional<String> cursor) {}
