package org.mandate.http.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mandate.authorization.change.Change;

/** A change of what somebody could do, as it is answered; what time alone did has no position and nobody who did it. */
@JsonInclude(JsonInclude.Include.ALWAYS)
record ChangeBody(
        Optional<Long> position,
        Instant at,
        Optional<String> type,
        String what,
        Optional<String> by,
        Optional<String> reason,
        List<String> gained,
        List<String> lost) {

    static ChangeBody of(Change change) {
        return new ChangeBody(
                change.position(),
                change.at(),
                change.type(),
                change.what(),
                change.by(),
                change.reason(),
                List.copyOf(change.gained()),
                List.copyOf(change.lost()));
    }
}
