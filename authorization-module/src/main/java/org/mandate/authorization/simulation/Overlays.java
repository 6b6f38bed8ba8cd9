package org.mandate.authorization.simulation;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import org.mandate.authorization.facts.Branch;
import org.mandate.authorization.facts.Branches;
import org.mandate.authorization.facts.Facts;
import org.mandate.authorization.facts.History;
import org.mandate.authorization.facts.PastFacts;
import org.mandate.authorization.reach.Touched;

/**
 * A supposition laid over the facts of every position anew. Between two positions that nothing of it is touched between, it
 * comes to the same, so the branch of the first shows the facts of all of them.
 */
final class Overlays implements Supposed {

    private static final int BATCH = 5_000;
    private static final int MOST_KEPT = 32;

    private final Branches branches;
    private final PastFacts past;
    private final History history;
    private final Supposition supposition;
    private final Instant at;
    private final TreeSet<Long> touched = new TreeSet<>();
    private final Map<Long, Kept> kept = new LinkedHashMap<>(16, 0.75f, true);
    private long first = -1;
    private long known;

    /** The facts may be built anew meanwhile, and what a branch lies over then goes no further than they had come. */
    private record Kept(Branch branch, Touched touched, long head) {}

    /** @param at when what is supposed is supposed to happen */
    Overlays(Branches branches, PastFacts past, History history, Supposition supposition, Instant at) {
        this.branches = branches;
        this.past = past;
        this.history = history;
        this.supposition = supposition;
        this.at = at;
    }

    @Override
    public Facts at(long position) {
        if (first < 0) {
            first = position;
            known = position;
            touched.add(position);
        }
        learn(position);
        Long start = touched.floor(position);
        return kept(start == null ? position : start, position).branch().at(position);
    }

    @Override
    public Otherwise otherwise(long position) {
        Kept here = kept(position, position);
        return new Otherwise(here.branch().at(position), here.touched());
    }

    private void learn(long position) {
        while (known < position) {
            long reached = history.read(known, BATCH, entry -> {
                if (supposition.concernedBy(entry.event())) {
                    touched.add(entry.position());
                }
            });
            if (reached == known) {
                throw new IllegalStateException("the history ends at " + known + " before position " + position);
            }
            known = reached;
        }
    }

    private Kept kept(long start, long position) {
        Kept known = kept.get(start);
        if (known == null || known.head() < position) {
            long head = past.head();
            Branch branch = branches.at(start);
            known = new Kept(branch, Touched.by(supposition.suppose(branch, at)), head);
            kept.put(start, known);
            if (kept.size() > MOST_KEPT) {
                kept.remove(kept.keySet().iterator().next());
            }
        }
        return known;
    }
}
