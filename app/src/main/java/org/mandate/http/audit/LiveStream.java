package org.mandate.http.audit;

import java.util.function.BooleanSupplier;
import org.mandate.authorization.audit.DecisionFeed;

/**
 * Records for one follower.
 * @param allowed whether the follower may still see them
 */
record LiveStream(DecisionFeed feed, BooleanSupplier allowed) {}
