package org.mandate.authorization.reproduction;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mandate.authorization.reproduction.Jobs.State;

/**
 * What deciding a stretch of the journal again has come to so far.
 * @param decisions how many decisions were looked at
 * @param notReproducible those that cannot be decided again, by cause; none of them counts as reproduced
 * @param lost how many decisions the journal itself says are missing
 * @param engines the versions of the decision function that the records name, and how many each
 * @param differing the first of those that came out otherwise
 */
public record ReproducedStretch(
        String id,
        State state,
        Instant startedAt,
        WalkProgress.View progress,
        long decisions,
        long reproduced,
        long different,
        Map<String, Long> notReproducible,
        long lost,
        Map<String, Long> engines,
        List<Reproduction> differing,
        Optional<String> failure) {

    /** Every decision that can be decided again came out as it was recorded. */
    public boolean ok() {
        return state == State.DONE && different == 0;
    }
}
