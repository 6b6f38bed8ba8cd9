package org.mandate.authorization.audit;

import java.util.Optional;

/**
 * The records that match as they come in; answers {@link DecisionFeed}.
 * @param after the sequence of the last record that the follower has seen; without it, only new ones are shown
 */
public record FollowDecisions(DecisionFilters filters, Optional<Long> after) {}
