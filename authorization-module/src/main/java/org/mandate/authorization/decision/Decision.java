package org.mandate.authorization.decision;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The answer with its reasons: what gave it, or what was missing. Reasons are found when they are first asked for: the function
 * is pure, so judging again finds what there was to find.
 */
public final class Decision {

    private final boolean allowed;
    private final long position;
    private final @Nullable Judgement judgement;
    private @Nullable List<Reason> reasons;

    /**
     * An answer whose reasons are known.
     * @param position the place in the access history whose facts it was taken on
     */
    public Decision(boolean allowed, List<Reason> reasons, long position) {
        this.allowed = allowed;
        this.position = position;
        this.judgement = null;
        this.reasons = List.copyOf(reasons);
    }

    Decision(boolean allowed, Judgement judgement, long position) {
        this.allowed = allowed;
        this.position = position;
        this.judgement = judgement;
    }

    Decision(boolean allowed, Judgement judgement, List<Reason> reasons, long position) {
        this.allowed = allowed;
        this.position = position;
        this.judgement = judgement;
        this.reasons = reasons;
    }

    public boolean allowed() {
        return allowed;
    }

    /** What gave it, or what was missing; never empty where it was decided here. */
    public List<Reason> reasons() {
        List<Reason> known = reasons;
        if (known == null) {
            known = judgement == null ? List.of() : judgement.reasons();
            reasons = known;
        }
        return known;
    }

    public long position() {
        return position;
    }

    /** The whole tree of what was looked at, and what would change the answer; empty where it was not decided here. */
    public Optional<Explanation> explanation() {
        return Optional.ofNullable(judgement).map(Judgement::explanation);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Decision that
                && allowed == that.allowed
                && position == that.position
                && reasons().equals(that.reasons());
    }

    @Override
    public int hashCode() {
        return Objects.hash(allowed, position, reasons());
    }

    @Override
    public String toString() {
        return (allowed ? "allow" : "deny") + " at " + position + ": " + reasons();
    }
}
