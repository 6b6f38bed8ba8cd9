package org.mandate.http.audit;

import java.time.Instant;
import java.util.Optional;
import org.mandate.authorization.audit.DecisionFilters;
import org.mandate.http.json.Instants;
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
        return Instants.parse(text).orElseThrow(() -> malformed(name));
    }

    private static RuntimeException malformed(String name) {
        return Problem.invalid(name, "must be an instant like `2026-11-22T12:00:00Z`")
                .found();
    }
}
