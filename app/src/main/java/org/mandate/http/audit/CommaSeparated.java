package org.mandate.http.audit;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.mandate.authorization.decision.Reason;
import org.mandate.authorization.journal.DecisionRecord;
import org.mandate.authorization.journal.JournalEntry;
import org.mandate.authorization.journal.LostDecisions;
import tools.jackson.databind.json.JsonMapper;

/**
 * Comma-separated values, RFC 4180, for spreadsheets: what one of these would take for a formula gets an apostrophe in
 * front. A line of names comes first where it is asked for.
 */
final class CommaSeparated implements RecordWriter {

    static final List<String> COLUMNS = List.of(
            "sequence",
            "id",
            "at",
            "position",
            "requester.type",
            "requester.id",
            "subject.type",
            "subject.id",
            "action",
            "resource.type",
            "resource.id",
            "decision",
            "reasons",
            "scopes",
            "ip",
            "userAgent",
            "requestId",
            "channel",
            "mode",
            "engine",
            "requirement",
            "context");

    private static final String FORMULA = "=+-@\t\r\n";
    private static final String QUOTED = "\",\r\n";
    private static final String END = "\r\n";

    private final JsonMapper mapper;
    private final boolean named;

    CommaSeparated(JsonMapper mapper, boolean named) {
        this.mapper = mapper;
        this.named = named;
    }

    @Override
    public void begin(OutputStream out) throws IOException {
        if (named) {
            out.write((String.join(",", COLUMNS) + END).getBytes(StandardCharsets.UTF_8));
        }
    }

    @Override
    public void write(List<JournalEntry> entries, OutputStream out) throws IOException {
        var lines = new StringBuilder(256 * entries.size());
        for (var entry : entries) {
            if (entry instanceof DecisionRecord record) {
                line(lines, cells(record));
            } else if (entry instanceof LostDecisions gap) {
                line(lines, cells(gap));
            }
        }
        out.write(lines.toString().getBytes(StandardCharsets.UTF_8));
    }

    private List<String> cells(DecisionRecord record) {
        var origin = record.provenance();
        return List.of(
                Long.toString(record.sequence()),
                record.id(),
                record.at().toString(),
                Long.toString(record.position()),
                origin.requester().type(),
                origin.requester().id(),
                record.subject().type(),
                record.subject().id(),
                record.action().name(),
                record.resource().type(),
                record.resource().id(),
                record.allowed() ? "allow" : "deny",
                reasons(record.reasons()),
                record.scopes().map(scopes -> String.join(" ", scopes)).orElse(""),
                origin.ip().orElse(""),
                origin.userAgent().orElse(""),
                origin.requestId(),
                origin.channel().label(),
                record.mode(),
                record.engine(),
                record.requirement(),
                json(record.context()));
    }

    private static List<String> cells(LostDecisions gap) {
        var cells = new ArrayList<String>(Collections.nCopies(COLUMNS.size(), ""));
        cells.set(COLUMNS.indexOf("sequence"), Long.toString(gap.sequence()));
        cells.set(COLUMNS.indexOf("id"), gap.id());
        cells.set(COLUMNS.indexOf("at"), gap.at().toString());
        cells.set(COLUMNS.indexOf("decision"), "lost");
        cells.set(COLUMNS.indexOf("reasons"), lost(gap.count(), gap.from(), gap.to()));
        cells.set(COLUMNS.indexOf("mode"), gap.mode());
        return cells;
    }

    private static String lost(long count, Instant from, Instant to) {
        return count + " decisions from " + from + " to " + to + " have no record";
    }

    private static String reasons(List<Reason> reasons) {
        var text = new StringBuilder(80 * reasons.size());
        for (var reason : reasons) {
            text.append(text.isEmpty() ? "" : "; ")
                    .append(reason.kind().label())
                    .append(' ')
                    .append(reason.name())
                    .append(": ")
                    .append(reason.detail());
        }
        return text.toString();
    }

    private String json(Map<String, Object> members) {
        return members.isEmpty() ? "" : mapper.writeValueAsString(members);
    }

    private static void line(StringBuilder lines, List<String> cells) {
        var first = true;
        for (var cell : cells) {
            if (!first) {
                lines.append(',');
            }
            first = false;
            cell(lines, cell);
        }
        lines.append(END);
    }

    static void cell(StringBuilder lines, String value) {
        var guarded = !value.isEmpty() && FORMULA.indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
        if (isPlain(guarded)) {
            lines.append(guarded);
        } else {
            lines.append('"').append(guarded.replace("\"", "\"\"")).append('"');
        }
    }

    private static boolean isPlain(String value) {
        for (var i = 0; i < value.length(); i++) {
            if (QUOTED.indexOf(value.charAt(i)) >= 0) {
                return false;
            }
        }
        return true;
    }
}
