package org.mandate.authorization.simulation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mandate.authorization.reach.Reach;
import org.mandate.authorization.reproduction.Jobs.State;
import org.mandate.authorization.reproduction.WalkProgress;

/**
 * A simulation, on its way or over.
 * @param startedBy id of the user who asked for it
 * @param found what it has come to so far
 */
public record SimulationView(
        String id,
        State state,
        Instant startedAt,
        String startedBy,
        AskedFor asked,
        WalkProgress.View progress,
        Found found,
        Optional<String> failure) {

    /**
     * What a simulation found.
     * @param decisions how many decisions were decided again under the changes
     * @param undecidable how many of them could not be, since the person is erased or this version cannot read them
     * @param flips the first of those that would have come out the other way, in the order of the journal
     * @param impossible how many events of the later history could not have happened any more; 0 without a moment of the past
     */
    public record Found(
            long decisions,
            long undecidable,
            FlipCounts allowToDeny,
            FlipCounts denyToAllow,
            List<Flip> flips,
            Reach reach,
            long impossible) {

        static final Found NOTHING = new Found(
                0,
                0,
                new FlipCounts(0, List.of(), List.of(), List.of()),
                new FlipCounts(0, List.of(), List.of(), List.of()),
                List.of(),
                Reach.NONE,
                0);
    }
}
