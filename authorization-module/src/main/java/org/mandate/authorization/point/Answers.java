package org.mandate.authorization.point;

import org.mandate.authorization.point.DecisionPoint.Recorded;

/** Answers a question from outside on the spot, as the query bus would have it answered. Enforcement is its caller's to do. */
public interface Answers {

    /** Decided, recorded, then answered. */
    Recorded answer(Evaluate question);
}
