package org.mandate.oversight;

/** One policy, for whoever oversees access; answers {@code Optional<PolicyView>}. */
public record BrowsePolicy(String id) {}
