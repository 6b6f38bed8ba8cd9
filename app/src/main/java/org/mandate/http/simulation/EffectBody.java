package org.mandate.http.simulation;

import java.time.Instant;
import java.util.List;
import org.mandate.authorization.simulation.FlipCounts;
import org.mandate.authorization.simulation.Preview.Effect;
import org.mandate.authorization.simulation.SimulationView.Found;

/** What one change that was not made would do. */
public record EffectBody(ReachBody reach, FlipsBody flips) {

    /**
     * What it would have turned.
     * @param from the beginning of what was looked at: a day ago, or the first of the newest decisions
     * @param complete false where there were more decisions than are looked at; then the newest are
     */
    record FlipsBody(
            Instant from,
            Instant to,
            boolean complete,
            long decisions,
            long undecidable,
            FlipCounts allowToDeny,
            FlipCounts denyToAllow,
            List<FlipBody> items) {}

    /** As it is answered. */
    public static EffectBody of(Effect effect) {
        Found found = effect.found();
        return new EffectBody(
                ReachBody.of(found.reach()),
                new FlipsBody(
                        effect.from(),
                        effect.to(),
                        effect.complete(),
                        found.decisions(),
                        found.undecidable(),
                        found.allowToDeny(),
                        found.denyToAllow(),
                        found.flips().stream().map(FlipBody::of).toList()));
    }
}
