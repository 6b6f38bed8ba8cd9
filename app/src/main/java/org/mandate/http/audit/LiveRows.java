package org.mandate.http.audit;

import java.util.function.Function;
import org.mandate.authorization.journal.JournalEntry;
import org.mandate.enforcement.Caller;

/** Records as rows of a page, for whoever follows the journal there. */
public interface LiveRows {

    /** How this follower is shown each record that comes. It is asked by one thread, for as long as the stream is open. */
    Function<JournalEntry, String> rows(Caller caller);
}
