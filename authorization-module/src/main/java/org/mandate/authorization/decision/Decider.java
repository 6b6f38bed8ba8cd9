package org.mandate.authorization.decision;

import java.time.Instant;
import java.util.List;
import org.mandate.authorization.facts.Facts;
import org.mandate.authorization.facts.Standing;

/**
 * The one decision function. Pure: the same facts, request and instant give the same decision and the same reasons, always.
 * Whatever asks - a live request, a batch, a question about the past - asks here, with other facts.
 */
public final class Decider {

    /** Version of what this function answers; recorded with each decision. Raised when any answer or reason changes. */
    public static final String VERSION = "1";

    private Decider() {}

    /** Decide. Nothing that is not allowed here is allowed. */
    public static Decision decide(Facts facts, AccessRequest request, Instant instant) {
        Standing standing = facts.standing(request.subject());
        if (standing != Standing.ACTIVE) {
            return new Decision(false, List.of(absent(request, standing)), facts.position());
        }
        Verdict verdict = new Judgement(facts, request, instant).judge(request.requirement());
        return new Decision(verdict.met(), verdict.reasons(), facts.position());
    }

    private static Reason absent(AccessRequest request, Standing standing) {
        String id = request.subject().id();
        return standing == Standing.INACTIVE
                ? new Reason(Reason.Kind.INACTIVE, id, "user `" + id + "` is deactivated")
                : new Reason(Reason.Kind.DEFAULT, id, "user `" + id + "` is not known");
    }
}
