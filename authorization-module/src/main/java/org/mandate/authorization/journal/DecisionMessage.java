package org.mandate.authorization.journal;

import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.mandate.authorization.event.DecisionMade;

/** A decision on its way into the journal: the event, and what only the index knows of it. */
final class DecisionMessage extends GenericDomainEventMessage<DecisionMade> {

    private static final long serialVersionUID = 1L;
    private static final String TYPE = "decision";

    private final int facets;

    DecisionMessage(DecisionMade decision, int facets) {
        super(TYPE, "decision:" + decision.id(), 0, decision, MetaData.emptyInstance(), decision.id(), decision.at());
        this.facets = facets;
    }

    int facets() {
        return facets;
    }
}
