package org.mandate.authorization.simulation;

import java.time.Instant;
import java.util.Optional;
import org.mandate.authorization.Usernames;
import org.mandate.authorization.journal.DecisionRecord;
import org.mandate.authorization.reach.Reach;
import org.mandate.authorization.simulation.Supposed.Otherwise;

/**
 * A supposition under trial: over the facts of each decision's own position, or made at a moment of the past with the later
 * history going on over it.
 */
final class Trying {

    private final Supposed supposed;
    private final Optional<Hereafter> hereafter;
    private final long from;
    private final Instant since;
    private final boolean asksForNames;
    private final World.KnownNames names = new World.KnownNames();

    private Trying(Supposed supposed, Optional<Hereafter> hereafter, long from, Instant since, boolean asksForNames) {
        this.supposed = supposed;
        this.hereafter = hereafter;
        this.from = from;
        this.since = since;
        this.asksForNames = asksForNames;
    }

    static Trying everywhere(World world, Supposition supposition, boolean asksForNames) {
        Overlays overlays = new Overlays(world.branches(), world.past(), world.history(), supposition, world.now());
        return new Trying(overlays, Optional.empty(), 0, Instant.MIN, asksForNames);
    }

    /** @param since decisions that were taken before are as they were */
    static Trying since(World world, Supposition supposition, long from, Instant since, boolean asksForNames) {
        Hereafter made = new Hereafter(world.branches(), world.history(), supposition, from, since);
        return new Trying(made, Optional.of(made), from, since, asksForNames);
    }

    Supposed supposed() {
        return supposed;
    }

    boolean reaches(DecisionRecord decision) {
        return decision.position() >= from && !decision.at().isBefore(since);
    }

    boolean asksForNames() {
        return asksForNames;
    }

    Optional<String> name(String user, Usernames usernames) {
        return names.of(user, usernames);
    }

    long impossible() {
        return hereafter.map(Hereafter::impossible).orElse(0L);
    }

    /** Whom it gives and takes what as things stand now. */
    Reach reach(World world) {
        long head = world.past().head();
        Otherwise would = supposed.otherwise(head);
        return Reach.of(world.past().at(head), would.facts(), would.touched(), world.now());
    }
}
