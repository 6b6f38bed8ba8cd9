package org.mandate.authorization.integrity;

import java.util.Optional;
import org.mandate.authorization.journal.JournalEntry;

/** Writes lines of an export, without their line feeds. For one thread; it uses its room again. */
final class LineWriter {

    private final JsonBytes out = new JsonBytes();

    /** The bytes stay as they are until the next line is written. */
    JsonBytes write(JournalEntry entry, Optional<TileProof> proof) {
        out.reset();
        out.beginObject();
        RecordJson.exported(entry, out);
        proof.ifPresent(found -> found.write(out));
        out.endObject();
        return out;
    }
}
