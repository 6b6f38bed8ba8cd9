package org.mandate.http.audit;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mandate.authorization.reproduction.ReproducedStretch;
import org.mandate.authorization.reproduction.WalkProgress;

/**
 * A stretch of the journal that is decided again.
 * @param ok it is done, and every decision that can be decided again came out as it was recorded
 * @param notReproducible how many cannot be decided again, by cause; none of them counts as reproduced
 * @param lost how many decisions the journal itself says are missing
 * @param differing the first that came out otherwise
 */
record ReproducedBody(
        String id,
        String state,
        boolean ok,
        Instant startedAt,
        WalkProgress.View progress,
        long decisions,
        long reproduced,
        long different,
        Map<String, Long> notReproducible,
        long lost,
        Map<String, Long> engines,
        List<ReproductionBody> differing,
        Optional<String> failure) {

    static ReproducedBody of(ReproducedStretch made) {
        return new ReproducedBody(
                made.id(),
                made.state().name().toLowerCase(Locale.ROOT),
                made.ok(),
                made.startedAt(),
                made.progress(),
                made.decisions(),
                made.reproduced(),
                made.different(),
                made.notReproducible(),
                made.lost(),
                made.engines(),
                made.differing().stream().map(ReproductionBody::of).toList(),
                made.failure());
    }
}
