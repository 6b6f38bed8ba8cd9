package org.mandate.authorization.integrity;

/** A walk through the journal that this node began; answers {@link Verification}, empty where it knows none of that id. */
public record FindVerification(String id) {}
