package org.mandate.authorization.search;

import org.mandate.authorization.history.When;

/** A search on the facts of a moment of the past. Answers {@link Found}. */
public record SearchPast(Search search, When at) {}
