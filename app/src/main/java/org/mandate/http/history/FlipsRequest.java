package org.mandate.http.history;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.change.FindFlips;
import org.mandate.authorization.history.When;
import org.mandate.http.history.PastEvaluationRequest.AskedItem;
import tools.jackson.databind.JsonNode;

/** Which answer is meant, and in which stretch of time its turns are asked for. */
record FlipsRequest(
        Asking.Entity subject,
        Asking.Verb action,
        Asking.Entity resource,
        Optional<JsonNode> context,
        Optional<String> from,
        Optional<String> to,
        Optional<Integer> limit,
        Optional<String> cursor) {

    private static final int DEFAULT = 50;

    FindFlips query(UnaryOperator<SubjectId> resolved) {
        AskedItem item = new AskedItem(Optional.of(subject), Optional.of(action), Optional.of(resource), context);
        return new FindFlips(
                PastEvaluationRequest.question(item, resolved, ""),
                from.map(text -> When.parse("from", text)),
                Moments.of("to", to),
                Cursor.limit(limit.orElse(DEFAULT)),
                Cursor.read(cursor));
    }
}
