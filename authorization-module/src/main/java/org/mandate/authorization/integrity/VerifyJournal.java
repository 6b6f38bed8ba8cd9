package org.mandate.authorization.integrity;

import java.time.Duration;

/**
 * Walk through the whole journal; answers {@link Verification}, which is not finished where the walk takes longer.
 * @param patience how long to wait for the walk
 */
public record VerifyJournal(Duration patience) {}
