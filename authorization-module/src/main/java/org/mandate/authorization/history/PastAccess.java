package org.mandate.authorization.history;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.mandate.authorization.facts.Assignment;

/**
 * What a subject held and could do at a moment.
 * @param active whether it counted; nobody can do anything who does not
 */
public record PastAccess(PastPlace place, List<HeldRole> roles, List<HeldPermission> permissions, boolean active) {

    public PastAccess {
        roles = List.copyOf(roles);
        permissions = List.copyOf(permissions);
    }

    /**
     * A role that was held.
     * @param countsAs every role that it counted as: itself and all that it inherited
     * @param since when it began to hold: when it was given, or when its validity began
     */
    public record HeldRole(Assignment assignment, Set<String> countsAs, Instant since) {}

    /** A permission that was held. */
    public record HeldPermission(String name, List<Origin> from) {

        public HeldPermission {
            from = List.copyOf(from);
        }
    }

    /**
     * Where it came from.
     * @param since when it began to be held through that, without a break since
     * @param by who did what it began with
     */
    public record Origin(Source source, Instant since, String by) {}
}
