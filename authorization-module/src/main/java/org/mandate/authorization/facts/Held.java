package org.mandate.authorization.facts;

import org.jspecify.annotations.Nullable;
import org.mandate.authorization.SubjectId;

/**
 * What a subject holds, looked at from one position without copying any of it. Whoever judges it extends it, so that the
 * judgement and what it looks at are one object.
 */
public abstract class Held {

    private final Facts facts;
    private final long @Nullable [] history;

    protected Held(Facts facts, SubjectId subject) {
        this.facts = facts;
        this.history = ground(facts).history(subject);
    }

    protected final Facts facts() {
        return facts;
    }

    /** Whether the subject counts. */
    protected final Standing standing(SubjectId subject) {
        return ground(facts).standing(subject, history);
    }

    /** How many assignments the subject had ever had by then, in the order in which they were given. */
    protected final int everHeld() {
        return history == null ? 0 : SubjectHistory.size(history, ground(facts).position());
    }

    /** The role of an assignment that stood, or null where that or its role did not. */
    protected final @Nullable RoleFacts roleHeld(int index) {
        long[] all = history;
        FactsAt ground = ground(facts);
        return all != null && SubjectHistory.stoodAt(all, index, ground.position())
                ? ground.role(SubjectHistory.role(all, index))
                : null;
    }

    /** What limits an assignment, or null where nothing was said of it. */
    protected final @Nullable Limits limitsHeld(int index) {
        int number = history == null ? FactBase.UNLIMITED : SubjectHistory.limits(history, index);
        return number == FactBase.UNLIMITED ? null : ground(facts).base().limits.at(number);
    }

    /** An assignment, with all that is known of it. */
    protected final Assignment held(int index) {
        if (history == null) {
            throw new IndexOutOfBoundsException(index);
        }
        return ground(facts).assignment(history, index);
    }

    private static FactsAt ground(Facts facts) {
        return (FactsAt) facts.ground();
    }
}
