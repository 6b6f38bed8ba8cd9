package org.mandate.authorization.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.mandate.authorization.condition.Condition;
import org.mandate.authorization.event.PolicyChanged;
import org.mandate.authorization.event.PolicyDefined;
import org.mandate.authorization.reproduction.Jobs.TooManyRunning;
import org.mandate.authorization.reproduction.JournalWalk.Stretch;
import org.mandate.authorization.reproduction.Ongoing;
import org.mandate.authorization.simulation.SimulationView.Found;

/** What one change that is not made would do: whom it would reach, and what it would have turned in the last day. */
public final class Preview {

    private static final Duration LOOKING_BACK = Duration.ofDays(1);
    private static final long MOST = 200_000;
    private static final int MOST_RUNNING = 2;

    private final World world;
    private final long most;
    private final Semaphore mayRun = new Semaphore(MOST_RUNNING);

    Preview(World world) {
        this(world, MOST);
    }

    Preview(World world, long most) {
        this.world = world;
        this.most = most;
    }

    /**
     * What the change would do.
     * @param from the beginning of what was looked at: of the last day, or of its newest decisions
     * @param complete false where the last day has more decisions than are looked at: then the newest are
     */
    public record Effect(Instant from, Instant to, boolean complete, Found found) {}

    /** @param events what the change would append to the history */
    public Effect of(List<Object> events) {
        if (!mayRun.tryAcquire()) {
            throw new TooManyRunning("others look at what their changes would do, try again later");
        }
        try {
            return effect(events);
        } finally {
            mayRun.release();
        }
    }

    private Effect effect(List<Object> events) {
        Instant to = world.now();
        Instant from = to.minus(LOOKING_BACK);
        Stretch day = world.walk().around(Optional.of(from), Optional.empty());
        if (events.isEmpty()) {
            return new Effect(from, to, true, Found.NOTHING);
        }
        boolean complete = day.size() <= most;
        Stretch stretch = complete ? day : new Stretch(day.last() - most, day.last());
        Trying trying = Trying.everywhere(world, new StagedEvents(events), asksForNames(events));
        var work = new SimulationWork(world, Sample.between(Optional.of(from), Optional.of(to)), stretch, trying);
        work.run(new Ongoing());
        Instant began =
                complete ? from : world.walk().madeAt(stretch.after() + 1).orElse(from);
        return new Effect(began, to, complete, work.seen());
    }

    private static boolean asksForNames(List<Object> events) {
        return events.stream()
                .anyMatch(event -> (event instanceof PolicyDefined defined && asks(defined.condition()))
                        || (event instanceof PolicyChanged changed && asks(changed.condition())));
    }

    private static boolean asks(@Nullable String condition) {
        return condition != null && Condition.compile(condition).mayNeedUsername();
    }
}
