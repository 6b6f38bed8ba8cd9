package org.mandate.authorization.facts;

import java.time.Instant;

/**
 * The facts as they would be, had something else happened at one position of the history. It lies over the facts and keeps
 * what is supposed for itself: nobody else ever sees it. One thread uses it.
 */
public final class Branch {

    private static final String NOBODY = "";

    private final FactBase layer;
    private final long from;
    private long position;

    Branch(FactBase base, long from) {
        this.layer = base.layer(from);
        this.from = from;
        this.position = from;
    }

    /** Where it leaves the history. */
    public long from() {
        return from;
    }

    /** The newest position that what was supposed and what followed it come to. */
    public Facts facts() {
        return layer.at(position);
    }

    /**
     * The facts at a position from the branching on. Behind the last one that was followed it shows what the history says of
     * all that was not supposed otherwise.
     */
    public Facts at(long asked) {
        return layer.at(asked);
    }

    /** Where the history changed, with what is supposed in it. */
    public PastChanges changes() {
        return new RecordedChanges(() -> layer);
    }

    /** Suppose that this happened here; false, and nothing is supposed, where it cannot happen to what stands here. */
    public boolean suppose(Object event, Instant at) {
        boolean possible = Possible.on(facts(), event);
        if (possible) {
            layer.apply(new History.Entry(position, at, NOBODY, event));
        }
        return possible;
    }

    /** Let the history go on over what is supposed; false where this event cannot happen any more. */
    public boolean follow(History.Entry entry) {
        // What lies below knows of the event already where it speaks of its own position, and would hide that it can
        // happen.
        boolean possible = Possible.on(facts(), entry.event());
        position = entry.position();
        if (possible) {
            layer.apply(entry);
        }
        return possible;
    }
}
