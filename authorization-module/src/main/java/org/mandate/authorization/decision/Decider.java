package org.mandate.authorization.decision;

import java.time.Instant;
import org.mandate.authorization.facts.Facts;

/**
 * The one decision function. Pure: the same facts, request and instant give the same decision and the same reasons, always.
 * Whatever asks - a live request, a batch, a search, a question about the past - asks here, with other facts.
 */
public final class Decider {

    /** Version of what this function answers; recorded with each decision. Raised when any answer or reason changes. */
    public static final String VERSION = "2";

    private Decider() {}

    /** Decide. Nothing that is not allowed here is allowed. */
    public static Decision decide(Facts facts, AccessRequest request, Instant instant) {
        Judgement judgement = new Judgement(facts, request, instant, Trail.NONE);
        return new Decision(judgement.allows(), judgement, facts.position());
    }

    /** Decide, and find the reasons in the same judgement: what is recorded of a decision is not judged a second time. */
    public static Decision decideWithReasons(Facts facts, AccessRequest request, Instant instant) {
        Reasons reasons = new Reasons();
        Judgement judgement = new Judgement(facts, request, instant, reasons);
        boolean allowed = judgement.allows();
        return new Decision(allowed, judgement, reasons.of(allowed, facts), facts.position());
    }
}
