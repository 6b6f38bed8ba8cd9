package org.mandate.authorization.event;

/** What can happen in the decision journal. It has a store of its own, apart from the access history. */
public sealed interface DecisionEvent permits DecisionMade, DecisionsLost {

    String id();
}
