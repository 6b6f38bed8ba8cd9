package org.mandate.authorization.integrity;

/**
 * What walks through the whole journal found, on whichever node, newest first; answers {@code List<KeptVerification>}.
 * @param limit 1 to 100
 */
public record FindVerifications(int limit) {}
