package org.mandate.authorization.policy;

/** All policies, ordered by id; answers {@code List<PolicyView>}. */
public record FindPolicies() {}
