package org.mandate.authorization.integrity;

import java.util.Optional;

/**
 * What a walk through the journal found.
 * @param decisions how many records were looked at and are as they were written
 * @param retired what retention has taken away before
 * @param first the first that is not as it was written
 */
public record JournalVerdict(boolean ok, long decisions, Optional<Retired> retired, Optional<Alteration> first) {}
