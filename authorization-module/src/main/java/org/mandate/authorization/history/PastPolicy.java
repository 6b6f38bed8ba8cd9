package org.mandate.authorization.history;

import org.mandate.authorization.facts.PolicyFacts;

/** A policy as it was at a moment. */
public record PastPolicy(PastPlace place, PolicyFacts policy) {}
