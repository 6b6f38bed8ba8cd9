package org.mandate.authorization.integrity;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.mandate.authorization.journal.JournalEntry;

/** How records stand in an export as NDJSON, with all that a verifier needs. */
public interface ExportLines {

    /**
     * The lines of a whole export: they prove themselves against a head that is signed for them.
     * @return empty where the tree does not reach so far, even after a moment
     */
    Optional<Lines> whole(long first, long last);

    /** The lines of a choice of records; each says all of its record, but together they prove nothing. */
    Lines chosen();

    /** Writes one export, for one thread. */
    interface Lines {

        void write(JournalEntry entry, OutputStream out) throws IOException;
    }
}
