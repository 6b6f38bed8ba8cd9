package org.mandate.authorization.facts;

import java.time.Instant;
import org.mandate.authorization.Terms;

/**
 * A role given to a subject: an interval of positions, and beside it the limits that the grant itself carries.
 * @param from the position that gave it
 * @param to the position that ended it, {@link Long#MAX_VALUE} while it stands
 */
public record Assignment(
        String id, String role, long from, long to, Limits limits, String grantedBy, Instant grantedAt) {

    public Terms terms() {
        return limits.terms();
    }

    /** True where its validity in time covers the instant: from inclusive, until exclusive. */
    public boolean validAt(Instant instant) {
        return limits.validAt(instant);
    }

    /** True where nothing limits it in time, place or resource. */
    public boolean unlimited() {
        return limits.unlimited();
    }
}
