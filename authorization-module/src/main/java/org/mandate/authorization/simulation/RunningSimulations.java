package org.mandate.authorization.simulation;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.queryhandling.QueryHandler;
import org.mandate.authorization.condition.Condition;
import org.mandate.authorization.history.Moment;
import org.mandate.authorization.reproduction.Jobs;
import org.mandate.authorization.reproduction.JournalWalk.Stretch;
import org.mandate.authorization.reproduction.Ongoing;
import org.mandate.authorization.simulation.SimulationView.Found;
import org.springframework.stereotype.Component;

/** Runs simulations and tells of them. Nothing of them is stored: what stays is the decision that let somebody ask. */
@Component
class RunningSimulations extends Jobs<RunningSimulations.Seen> implements Simulations {

    private final World world;

    /** What a simulation came to so far, beside what it was asked for. */
    record Seen(AskedFor asked, Found found) {}

    private record Asking(AskedFor asked, SimulationWork work) implements Work<Seen> {

        @Override
        public void run(Ongoing ongoing) {
            work.run(ongoing);
        }

        @Override
        public Seen seen() {
            return new Seen(asked, work.seen());
        }
    }

    RunningSimulations(World world, Clock clock) {
        super("simulation", clock);
        this.world = world;
    }

    @Override
    public Standpoint standpoint(Optional<Moment> asOf, String proposer) {
        long position = asOf.map(Moment::position).orElseGet(world.past()::head);
        return new Standpoint(
                world, world.branches().at(position), asOf.map(Moment::instant).orElseGet(world::now), proposer);
    }

    @Override
    public String start(List<Proposal> changes, AskedFor asked, Optional<Moment> asOf, String startedBy) {
        Supposition supposition = new Proposals(changes, startedBy);
        boolean names = asksForNames(changes);
        Trying trying = asOf.map(moment -> Trying.since(world, supposition, moment.position(), moment.instant(), names))
                .orElseGet(() -> Trying.everywhere(world, supposition, names));
        Sample sample = asked.sample();
        Stretch stretch = world.walk().around(sample.from(), sample.to());
        return start(new Asking(asked, new SimulationWork(world, sample, stretch, trying)), startedBy)
                .id();
    }

    private static boolean asksForNames(List<Proposal> changes) {
        return changes.stream()
                .flatMap(change -> change.catalogue().policies().stream())
                .flatMap(policy -> policy.condition().stream())
                .anyMatch(condition -> Condition.compile(condition).mayNeedUsername());
    }

    @QueryHandler
    Optional<SimulationView> handle(FindSimulation query) {
        return find(query.id(), query.startedBy()).map(RunningSimulations::view);
    }

    @QueryHandler
    List<SimulationView> handle(FindSimulations query) {
        return all().stream()
                .filter(job -> isOf(job, query.startedBy()))
                .map(RunningSimulations::view)
                .toList();
    }

    @CommandHandler
    boolean decide(CancelSimulation command) {
        return find(command.id(), command.startedBy())
                .map(job -> cancel(job.id()))
                .orElse(false);
    }

    private Optional<Job<Seen>> find(String id, Optional<String> startedBy) {
        return find(id).filter(job -> isOf(job, startedBy));
    }

    private static boolean isOf(Job<Seen> job, Optional<String> startedBy) {
        return startedBy.map(job.startedBy()::equals).orElse(true);
    }

    private static SimulationView view(Job<Seen> job) {
        // Looked at before the figures: what is over does not change any more.
        State state = job.state();
        Instant startedAt = job.startedAt();
        Seen seen = job.seen();
        return new SimulationView(
                job.id(), state, startedAt, job.startedBy(), seen.asked(), job.progress(), seen.found(), job.failure());
    }
}
