package org.mandate.authorization.journal;

import java.time.Instant;
import java.util.Optional;

/**
 * A page of records, newest first; answers {@link DecisionPage}. Every filter that is given must match.
 * @param subject id of the subject
 * @param requester id of the requester
 * @param reason the label of a kind that any reason of the record has
 * @param from inclusive
 * @param to exclusive
 * @param limit 1 to 1000
 * @param cursor {@code next} or {@code prev} of another page
 */
public record FindDecisions(
        Optional<String> subject,
        Optional<String> action,
        Optional<String> resourceType,
        Optional<String> resource,
        Optional<Boolean> allowed,
        Optional<String> requester,
        Optional<String> channel,
        Optional<String> reason,
        Optional<Instant> from,
        Optional<Instant> to,
        int limit,
        Optional<String> cursor) {}
