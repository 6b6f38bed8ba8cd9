package org.mandate.authorization.change;

import java.time.Instant;
import org.mandate.authorization.facts.Assignment;
import org.mandate.authorization.facts.PastFacts;

/**
 * What a source of a permission began to give it with.
 * @param position of the event whose author made it so; 0 where it was the validity of an assignment
 * @param by whoever gave that assignment
 */
record Began(Instant at, long position, String by) {

    static Began with(Assignment assignment) {
        return new Began(since(assignment), 0, assignment.grantedBy());
    }

    static Began with(long position, PastFacts past) {
        return new Began(past.recordedAt(position), position, "");
    }

    /** When an assignment began to count: it was given for later, or from its grant on. */
    static Instant since(Assignment assignment) {
        return assignment
                .terms()
                .validFrom()
                .filter(from -> from.isAfter(assignment.grantedAt()))
                .orElse(assignment.grantedAt());
    }
}
