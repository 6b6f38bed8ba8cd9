package org.mandate.authorization.history;

import java.util.Optional;

/**
 * Who held a permission at a moment, ordered by id. Answers {@link PastHolders}.
 * @param type of the subjects
 * @param after where the page before ended, as its {@code next} says
 */
public record FindPastHolders(String permission, String type, When at, int limit, Optional<String> after) {}
