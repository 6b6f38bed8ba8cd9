package org.mandate.authorization.change;

import java.util.Optional;
import org.mandate.authorization.history.EvaluatePast.Asked;
import org.mandate.authorization.history.When;

/**
 * When the answer to a question turned, after {@code from} and up to {@code to}. Answers {@link Flips}.
 * @param from empty for the beginning of the history
 * @param after the key of the flip that the page follows
 */
public record FindFlips(Asked question, Optional<When> from, When to, int limit, Optional<String> after) {}
