package org.mandate.authorization.audit;

import java.util.Optional;

/**
 * A page of records, newest first; answers {@link DecisionPage}.
 * @param limit 1 to 1000
 * @param cursor {@code next} or {@code prev} of another page
 */
public record FindDecisions(DecisionFilters filters, int limit, Optional<String> cursor) {}
