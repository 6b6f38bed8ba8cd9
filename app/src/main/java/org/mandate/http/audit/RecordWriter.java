package org.mandate.http.audit;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.mandate.authorization.journal.JournalEntry;

/** Writes the records of an export in one of its forms. */
interface RecordWriter {

    /** What comes before the first record. */
    default void begin(OutputStream out) throws IOException {}

    void write(List<JournalEntry> entries, OutputStream out) throws IOException;
}
