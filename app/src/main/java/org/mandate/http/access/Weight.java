package org.mandate.http.access;

import org.mandate.http.problem.FieldFault;
import org.mandate.http.problem.Problem;
import org.mandate.http.problem.ProblemKind;
import tools.jackson.databind.JsonNode;

/**
 * What the questions of one request come to, each with all that it inherits, reckoned from the JSON before anything is made
 * of it: a small body can ask for a thousand large records. It stops at the limit, so that weighing costs no more than that.
 */
public final class Weight {

    /** A quarter of what the journal lets wait unless it is told otherwise. */
    private static final long MOST = 4L * 1024 * 1024;

    private static final int QUESTION = 400;

    /** What names a party stands in the requirement and in the reasons as well. */
    private static final int MENTIONS = 6;

    private static final int MEMBER = 24;
    private static final int VALUE = 16;
    private static final int ASCII = 0x80;
    private static final int LONGEST_CHARACTER = 3;

    private final String field;
    private long total;

    /** @param field the member of the body that the questions stand in */
    public Weight(String field) {
        this.field = field;
    }

    /** One more question, its parts yet to come. */
    public void question() {
        add(QUESTION);
    }

    /** What a party of the question is called. */
    public void name(String name) {
        add(VALUE + MENTIONS * bytes(name));
    }

    /** A part of a question, with all that is in it. */
    public void part(JsonNode part) {
        add(VALUE);
        switch (part.getNodeType()) {
            case STRING -> add(bytes(part.stringValue()));
            case ARRAY -> part.forEach(this::part);
            case OBJECT ->
                part.forEachEntry((name, value) -> {
                    add(MEMBER + bytes(name));
                    part(value);
                });
            default -> {}
        }
    }

    private void add(long more) {
        total += more;
        if (total > MOST) {
            String message = "come to more than " + (MOST >> 20)
                    + " MiB of records, each with all that it inherits: ask fewer at once, or send a smaller context";
            throw Problem.of(ProblemKind.TOO_MUCH_TO_RECORD, "the questions in `" + field + "` " + message)
                    .with(new FieldFault(field, message))
                    .found();
        }
    }

    private static long bytes(String text) {
        long bytes = 0;
        for (int i = 0; i < text.length(); i++) {
            bytes += text.charAt(i) < ASCII ? 1 : LONGEST_CHARACTER;
        }
        return bytes;
    }
}
