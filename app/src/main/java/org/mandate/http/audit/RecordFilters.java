package org.mandate.http.audit;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.mandate.authorization.audit.DecisionFilters;
import org.mandate.http.problem.Problem;

/** What a list of records is narrowed to, as the query of the request says it. */
record RecordFilters(
        Optional<String> subject,
        Optional<String> action,
        Optional<String> resourceType,
        Optional<String> resource,
        Optional<String> decision,
        Optional<String> requester,
        Optional<String> channel,
        Optional<String> reason,
        Optional<String> from,
        Optional<String> to) {

    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    DecisionFilters filters() {
        return new DecisionFilters(
                subject,
                action,
                resourceType,
                resource,
                decision.map(RecordFilters::isAllow),
                requester,
                channel,
                reason,
                from.map(text -> instant("from", text)),
                to.map(text -> instant("to", text)));
    }

    private static boolean isAllow(String decision) {
        return switch (decision) {
            case "allow" -> true;
            case "deny" -> false;
            default ->
                throw Problem.invalid("decision", "must be `allow` or `deny`").found();
        };
    }

    static Instant instant(String name, String text) {
        try {
            Instant instant = Instant.parse(text);
            if (!instant.isBefore(EARLIEST) && !instant.isAfter(LATEST)) {
                return instant;
            }
        } catch (DateTimeException e) {
            throw malformed(name);
        }
        throw malformed(name);
    }

    private static RuntimeException malformed(String name) {
        return Problem.invalid(name, "must be an instant like `2026-11-22T12:00:00Z`")
                .found();
    }
}
