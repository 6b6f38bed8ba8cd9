package org.mandate.http.simulation;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mandate.authorization.reproduction.WalkProgress;
import org.mandate.authorization.simulation.FlipCounts;
import org.mandate.authorization.simulation.SimulationView;
import org.mandate.authorization.simulation.SimulationView.Found;

/**
 * A simulation as it is answered.
 * @param asked what {@code POST /simulations} takes to run it again
 * @param decisions how many decisions were decided again so far
 * @param undecidable how many of them could not be, since the person is erased or this version cannot read them
 * @param flips those that turn, the first of them in the order of the journal; the counts are of all
 * @param impossible how many events of the later history could not have happened any more
 */
record SimulationBody(
        String id,
        String state,
        Instant startedAt,
        String startedBy,
        AskedForBody asked,
        WalkProgress.View progress,
        long decisions,
        long undecidable,
        FlipCounts allowToDeny,
        FlipCounts denyToAllow,
        List<FlipBody> flips,
        ReachBody reach,
        long impossible,
        Optional<String> failure) {

    static SimulationBody of(SimulationView view) {
        Found found = view.found();
        return new SimulationBody(
                view.id(),
                view.state().name().toLowerCase(Locale.ROOT),
                view.startedAt(),
                view.startedBy(),
                AskedForBody.of(view.asked()),
                view.progress(),
                found.decisions(),
                found.undecidable(),
                found.allowToDeny(),
                found.denyToAllow(),
                found.flips().stream().map(FlipBody::of).toList(),
                ReachBody.of(found.reach()),
                found.impossible(),
                view.failure());
    }
}
