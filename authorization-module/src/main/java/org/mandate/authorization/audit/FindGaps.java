package org.mandate.authorization.audit;

import java.util.Optional;

/**
 * The known gaps of the journal, newest first; answers {@link GapPage}.
 * @param limit 1 to 1000
 * @param before the sequence that the page lies before
 */
public record FindGaps(int limit, Optional<Long> before) {}
