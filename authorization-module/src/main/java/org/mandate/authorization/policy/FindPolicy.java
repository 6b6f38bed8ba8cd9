package org.mandate.authorization.policy;

/** One policy; answers {@code Optional<PolicyView>}. */
public record FindPolicy(String id) {}
