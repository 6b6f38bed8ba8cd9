package org.mandate.authorization.change;

import java.util.Optional;

/**
 * The recorded events that pass the filter, in the order of positions or against it. Answers {@link HistoryPage}.
 * @param after the position that the page follows in its order
 */
public record FindHistory(HistoryFilter filter, boolean newestFirst, int limit, Optional<Long> after) {}
