package org.mandate.authorization.point;

import java.time.Instant;
import java.util.function.UnaryOperator;
import org.mandate.authorization.decision.AccessRequest;
import org.mandate.authorization.facts.Facts;
import org.mandate.authorization.point.DecisionPoint.FactsNotReady;

/** What questions of now are decided on, for answers that take many decisions and are recorded as one. */
public interface Present {

    /**
     * The newest facts of this node and the one instant.
     * @throws FactsNotReady when this node's facts are not fit to decide on
     */
    Moment moment();

    /**
     * Facts and an instant.
     * @param named puts the subject's name into a question whose conditions may speak of it
     */
    record Moment(Facts facts, Instant instant, UnaryOperator<AccessRequest> named) {}
}
