package org.mandate.authorization.journal;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The journal, read in the order in which it was written. Whoever has read up to a sequence has read all up to there. */
public interface JournalRecords {

    /** The newest committed sequence; 0 when there is none. */
    long head();

    /**
     * Read in order.
     * @param after the sequence before the first that is wanted
     * @return the last sequence handed over, or {@code after}
     */
    long read(long after, int max, Consumer<Stored> reader);

    /** Read whole rows in order, for whoever compares what the table says beside the records. */
    void inspect(long after, int max, Consumer<StoredRow> reader);

    Optional<Stored> byId(String id);

    /** Those that exist of the sequences, in rising order. */
    List<Stored> at(Collection<Long> sequences);

    /** Decoded, with its personal fields opened where their keys still exist. */
    JournalEntry open(Stored stored);

    /**
     * Decoded, with the personal fields opened that the decision was taken on. What was said of a requester that is not the
     * subject stays closed: nothing is decided on it.
     */
    JournalEntry openQuestion(Stored stored);

    /** These as they were decoded, their personal fields opened; many at a time have their keys looked up together. */
    List<JournalEntry> reveal(List<JournalEntry> decoded);

    /** The follower is run after each commit of this node, on the thread that all requests wait for: it must only wake. */
    void wake(Runnable follower);
}
