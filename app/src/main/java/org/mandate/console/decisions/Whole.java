package org.mandate.console.decisions;

import java.util.Map;
import java.util.TreeMap;
import org.mandate.authorization.entity.AttributeText;
import org.mandate.authorization.journal.DecisionRecord;

/** What stands in a record beside the question and the answer. */
record Whole(
        long position,
        long sequence,
        String requirement,
        String mode,
        String engine,
        String scopes,
        String ip,
        String userAgent,
        String requestId,
        Map<String, String> given) {

    static Whole of(DecisionRecord made) {
        Map<String, String> given = new TreeMap<>();
        made.subjectProperties().forEach((name, value) -> given.put("subject." + name, AttributeText.of(value)));
        made.action().properties().forEach((name, value) -> given.put("action." + name, AttributeText.of(value)));
        made.resource().properties().forEach((name, value) -> given.put("resource." + name, AttributeText.of(value)));
        made.context().forEach((name, value) -> given.put("context." + name, AttributeText.of(value)));
        return new Whole(
                made.position(),
                made.sequence(),
                made.requirement(),
                made.mode(),
                made.engine(),
                made.scopes().map(scopes -> String.join(" ", scopes)).orElse(""),
                made.provenance().ip().orElse(""),
                made.provenance().userAgent().orElse(""),
                made.provenance().requestId(),
                given);
    }
}
