package org.mandate.http.audit;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.mandate.authorization.journal.DecisionRecord;
import org.mandate.authorization.journal.JournalEntry;
import org.mandate.authorization.journal.LostDecisions;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** One JSON document a line. */
final class JsonLines implements RecordWriter {

    private final ObjectWriter decisions;
    private final ObjectWriter gaps;

    JsonLines(JsonMapper mapper) {
        decisions = mapper.writerFor(ExportLine.class);
        gaps = mapper.writerFor(GapBody.class);
    }

    @Override
    public void write(List<JournalEntry> entries, OutputStream out) throws IOException {
        for (var entry : entries) {
            if (entry instanceof DecisionRecord record) {
                out.write(decisions.writeValueAsBytes(ExportLine.of(record)));
            } else if (entry instanceof LostDecisions gap) {
                out.write(gaps.writeValueAsBytes(GapBody.of(gap)));
            }
            out.write('\n');
        }
    }
}
