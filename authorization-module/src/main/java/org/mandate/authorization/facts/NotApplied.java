package org.mandate.authorization.facts;

import org.jspecify.annotations.Nullable;

/** An event that the facts could not take in. */
final class NotApplied extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotApplied(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** Apply the event that comes next after a position, and no other. */
    static void apply(FactBase base, long after, History.Entry entry) {
        if (entry.position() != after + 1) {
            throw new NotApplied("the history goes from position " + after + " to " + entry.position(), null);
        }
        try {
            base.apply(entry);
            base.times.add(entry.position(), entry.at());
        } catch (RuntimeException e) {
            throw new NotApplied("position " + entry.position() + ": " + e.getMessage(), e);
        }
    }
}
