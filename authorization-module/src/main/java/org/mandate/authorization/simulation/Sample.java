package org.mandate.authorization.simulation;

import java.time.Instant;
import java.util.Optional;
import org.mandate.authorization.audit.DecisionFilters;
import org.mandate.authorization.journal.DecisionRecord;

/**
 * The recorded decisions that a change is tried on; every filter that is given must match.
 * @param subject id of the subject
 * @param requester id of the requester
 * @param reason the label of a kind that any reason of the record has
 * @param from inclusive
 * @param to exclusive
 */
public record Sample(
        Optional<Instant> from,
        Optional<Instant> to,
        Optional<String> subject,
        Optional<String> action,
        Optional<String> resourceType,
        Optional<String> resource,
        Optional<Boolean> allowed,
        Optional<String> requester,
        Optional<String> channel,
        Optional<String> reason) {

    /** All decisions of a time. */
    public static Sample between(Optional<Instant> from, Optional<Instant> to) {
        return new Sample(
                from,
                to,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The same as filters of the log of decisions. */
    public DecisionFilters filters() {
        return new DecisionFilters(
                subject, action, resourceType, resource, allowed, requester, channel, reason, from, to);
    }

    boolean has(DecisionRecord decision) {
        return filters().match(decision);
    }
}
