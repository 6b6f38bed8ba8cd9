package org.mandate.http.audit;

import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.mandate.authorization.audit.DecisionFeed;
import org.mandate.authorization.journal.JournalEntry;

/**
 * Records for one follower.
 *
 * @param allowed whether the follower may still see them
 * @param told a record as this follower is told of it
 */
record LiveStream(DecisionFeed feed, BooleanSupplier allowed, Function<JournalEntry, String> told) {}
