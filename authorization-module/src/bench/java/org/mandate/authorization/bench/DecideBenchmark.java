package org.mandate.authorization.bench;

import java.util.concurrent.TimeUnit;
import org.mandate.authorization.decision.AccessRequest;
import org.mandate.authorization.decision.Decider;
import org.mandate.authorization.facts.Chronicle;
import org.mandate.authorization.facts.Facts;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One decision in process, without its reasons, over users all over the table. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class DecideBenchmark {

    @Param({"1000", "1000000"})
    public int users;

    /** How many different questions in turn: what the processor's caches hold, and more than that. */
    @Param({"256", "16384"})
    public int asked;

    private Facts facts;
    private AccessRequest[] byRole;
    private AccessRequest[] byOwnership;
    private AccessRequest[] denied;
    private AccessRequest[] byCondition;
    private int next;

    @Setup
    public void fill() {
        World world = new World(users, asked);
        facts = world.facts();
        byRole = checked(world.byRole(), true);
        byOwnership = checked(world.byOwnership(), true);
        denied = checked(world.denied(), false);
        byCondition = checked(world.byCondition(), true);
        // What building a million users leaves behind is collected now, and not beside the measurement.
        System.gc();
    }

    private AccessRequest[] checked(AccessRequest[] questions, boolean expected) {
        for (AccessRequest question : questions) {
            if (decide(question) != expected) {
                throw new IllegalStateException("the wrong answer to " + question);
            }
        }
        return questions;
    }

    private boolean decide(AccessRequest question) {
        return Decider.decide(facts, question, Chronicle.BEGAN).allowed();
    }

    private boolean ask(AccessRequest[] questions) {
        return decide(questions[next++ & questions.length - 1]);
    }

    /** Allowed by a permission that is inherited over up to three steps. */
    @Benchmark
    public boolean inheritedPermission() {
        return ask(byRole);
    }

    @Benchmark
    public boolean ownership() {
        return ask(byOwnership);
    }

    @Benchmark
    public boolean denial() {
        return ask(denied);
    }

    @Benchmark
    public boolean oneCondition() {
        return ask(byCondition);
    }
}
