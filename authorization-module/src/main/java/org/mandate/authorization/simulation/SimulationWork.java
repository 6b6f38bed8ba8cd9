package org.mandate.authorization.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.mandate.authorization.decision.AccessRequest;
import org.mandate.authorization.decision.Decider;
import org.mandate.authorization.decision.Decision;
import org.mandate.authorization.facts.Facts;
import org.mandate.authorization.journal.DecisionRecord;
import org.mandate.authorization.journal.JournalEntry;
import org.mandate.authorization.reach.Reach;
import org.mandate.authorization.reproduction.Jobs;
import org.mandate.authorization.reproduction.JournalWalk.Stretch;
import org.mandate.authorization.reproduction.Ongoing;
import org.mandate.authorization.reproduction.RecordedQuestions;
import org.mandate.authorization.simulation.SimulationView.Found;

/** Decides a sample of recorded decisions again under a supposition, and keeps those that turn. */
final class SimulationWork implements Jobs.Work<Found> {

    private static final int MOST_LISTED = 1_000;

    private final World world;
    private final Sample sample;
    private final Stretch stretch;
    private final Trying trying;
    private final RecordedQuestions questions;
    private final Flips denied = new Flips(MOST_LISTED);
    private final Flips allowed = new Flips(MOST_LISTED);
    private long decisions;
    private long undecidable;
    private volatile Found found = Found.NOTHING;

    SimulationWork(World world, Sample sample, Stretch stretch, Trying trying) {
        this.world = world;
        this.questions = new RecordedQuestions(world.past());
        this.sample = sample;
        this.stretch = stretch;
        this.trying = trying;
    }

    @Override
    public void run(Ongoing ongoing) {
        world.walk().walk(stretch, "simulation", ongoing, this::take);
        ongoing.check();
        found = seen(trying.reach(world));
    }

    private void take(List<JournalEntry> entries) {
        for (JournalEntry entry : entries) {
            if (entry instanceof DecisionRecord decision && sample.has(decision)) {
                take(decision);
            }
        }
        found = seen(Reach.NONE);
    }

    private void take(DecisionRecord decision) {
        decisions++;
        if (questions.lost(decision)) {
            undecidable++;
            return;
        }
        if (!trying.reaches(decision)) {
            return;
        }
        world.awaitPosition(decision.position());
        AccessRequest question = world.named(questions.question(decision), trying);
        Facts facts = trying.supposed().at(decision.position());
        Decision would = Decider.decide(facts, question, decision.at());
        if (would.allowed() != decision.allowed()) {
            (decision.allowed() ? denied : allowed).add(flip(decision, would));
        }
    }

    private static Flip flip(DecisionRecord decision, Decision would) {
        return new Flip(
                decision.id(),
                decision.sequence(),
                decision.at(),
                decision.subject(),
                decision.action().name(),
                decision.resource().type(),
                decision.resource().id(),
                decision.allowed(),
                decision.reasons(),
                would.reasons());
    }

    private Found seen(Reach reach) {
        List<Flip> listed = new ArrayList<>(Stream.concat(denied.listed().stream(), allowed.listed().stream())
                .sorted(Comparator.comparingLong(Flip::sequence))
                .limit(MOST_LISTED)
                .toList());
        return new Found(
                decisions,
                undecidable,
                denied.counts(),
                allowed.counts(),
                List.copyOf(listed),
                reach,
                trying.impossible());
    }

    @Override
    public Found seen() {
        return found;
    }
}
