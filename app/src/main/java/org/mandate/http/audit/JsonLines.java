package org.mandate.http.audit;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.mandate.authorization.integrity.ExportLines;
import org.mandate.authorization.journal.JournalEntry;

/** One JSON document a line. */
record JsonLines(ExportLines.Lines lines) implements RecordWriter {

    @Override
    public void write(List<JournalEntry> entries, OutputStream out) throws IOException {
        for (var entry : entries) {
            lines.write(entry, out);
        }
    }
}
