package org.mandate.http.simulation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mandate.authorization.history.When;
import org.mandate.authorization.simulation.AskedFor;
import org.mandate.authorization.simulation.Sample;

/** What a simulation was asked for: what {@code POST /simulations} takes to run it again. */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record AskedForBody(List<Map<String, Object>> changes, Decisions decisions, Optional<String> asOf) {

    /** The decisions that the changes are tried on. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Decisions(
            Optional<Instant> from,
            Optional<Instant> to,
            Optional<String> subject,
            Optional<String> action,
            Optional<String> resourceType,
            Optional<String> resource,
            Optional<String> decision,
            Optional<String> requester,
            Optional<String> channel,
            Optional<String> reason) {

        private static Decisions of(Sample sample) {
            return new Decisions(
                    sample.from(),
                    sample.to(),
                    sample.subject(),
                    sample.action(),
                    sample.resourceType(),
                    sample.resource(),
                    sample.allowed().map(allowed -> allowed ? "allow" : "deny"),
                    sample.requester(),
                    sample.channel(),
                    sample.reason());
        }
    }

    /** As it is answered. */
    public static AskedForBody of(AskedFor asked) {
        return new AskedForBody(
                asked.changes(), Decisions.of(asked.sample()), asked.asOf().map(When::text));
    }
}
