package org.mandate.http.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mandate.authorization.change.Flips;
import org.mandate.authorization.change.Flips.Flip;

/**
 * When an answer turned, oldest first.
 * @param initially the answer at the beginning
 * @param complete false where a condition looks at the time: turns between the moments that were looked at may be missing
 */
record FlipsBody(String initially, boolean complete, List<FlipBody> items, Optional<String> next) {

    /** One turn. Without an event, time did it, and {@code what} says how. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record FlipBody(Instant at, Optional<Long> position, String decision, String what, Optional<Turned> event) {

        static FlipBody of(Flip flip) {
            return new FlipBody(
                    flip.at(),
                    flip.position(),
                    PastEvaluationBody.word(flip.allowed()),
                    flip.what(),
                    flip.type().map(type -> new Turned(type, flip.what(), flip.by(), flip.reason())));
        }
    }

    /** The event that turned it. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Turned(String type, String what, Optional<String> by, Optional<String> reason) {}

    static FlipsBody of(Flips flips) {
        return new FlipsBody(
                PastEvaluationBody.word(flips.initially()),
                flips.complete(),
                flips.items().stream().map(FlipBody::of).toList(),
                Cursor.written(flips.next()));
    }
}
