package org.mandate.http.audit;

import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.mandate.authorization.journal.JournalEntry;

/**
 * Records for one follower.
 *
 * @param allowed whether the follower may still see them
 * @param told a record as this follower is told of it
 */
record LiveStream(Feed feed, BooleanSupplier allowed, Function<JournalEntry, String> told) {

    /** Where they come from. */
    interface Feed {

        /** The next ones; none where none came in within the time. */
        List<JournalEntry> next(Duration patience) throws InterruptedException;
    }
}
