package org.mandate.oversight;

/** All policies, ordered by id, for whoever oversees access; answers {@code List<PolicyView>}. */
public record BrowsePolicies() {}
