package org.mandate.authorization.simulation;

import java.time.Instant;
import org.mandate.authorization.facts.Branch;
import org.mandate.authorization.facts.Branches;
import org.mandate.authorization.facts.Facts;
import org.mandate.authorization.facts.History;
import org.mandate.authorization.reach.Touched;

/** A supposition made once, at a moment of the past, with all that the history tells since then going on over it. */
final class Hereafter implements Supposed {

    private static final int BATCH = 5_000;

    private final History history;
    private final Branch branch;
    private final Touched touched;
    private long known;
    private long impossible;

    Hereafter(Branches branches, History history, Supposition supposition, long from, Instant at) {
        this.history = history;
        this.branch = branches.at(from);
        this.known = from;
        this.touched = Touched.by(supposition.suppose(branch, at));
    }

    @Override
    public Facts at(long position) {
        reach(position);
        return branch.at(position);
    }

    @Override
    public Otherwise otherwise(long position) {
        return new Otherwise(at(position), touched);
    }

    private void reach(long position) {
        while (known < position) {
            long reached = history.read(known, (int) Math.min(BATCH, position - known), entry -> {
                if (!branch.follow(entry)) {
                    impossible++;
                    touched.add(entry.event());
                }
            });
            if (reached == known) {
                throw new IllegalStateException("the history ends at " + known + " before position " + position);
            }
            known = reached;
        }
    }

    /** How many events of the history could not have happened any more. */
    long impossible() {
        return impossible;
    }
}
