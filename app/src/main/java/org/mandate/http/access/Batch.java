package org.mandate.http.access;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mandate.authorization.point.DecisionPoint.Recorded;
import org.mandate.authorization.point.EvaluateAll.Semantic;
import org.mandate.http.problem.Problem;
import tools.jackson.databind.JsonNode;

/** A request for many evaluations. Without items it is a request for one. */
record Batch(List<BatchItem> items, Semantic semantic) {

    private static final int LARGEST = 1000;
    private static final String SEMANTIC = "evaluations_semantic";
    private static final Map<String, Semantic> SEMANTICS = Map.of(
            "execute_all", Semantic.ALL,
            "deny_on_first_deny", Semantic.UNTIL_DENIED,
            "permit_on_first_permit", Semantic.UNTIL_PERMITTED);

    static Batch of(JsonNode body) {
        Semantic semantic = AccessBody.object(body, "options")
                .map(options -> options.path(SEMANTIC))
                .filter(named -> !AccessBody.absent(named))
                .map(Batch::semantic)
                .orElse(Semantic.ALL);
        JsonNode items = body.path("evaluations");
        if (AccessBody.absent(items)) {
            return new Batch(List.of(), semantic);
        }
        if (!items.isArray()) {
            throw Problem.invalid("evaluations", "must be an array").found();
        }
        if (items.size() > LARGEST) {
            throw Problem.invalid("evaluations", "at most " + LARGEST + " at once, not " + items.size())
                    .found();
        }
        BatchItem.MEMBERS.forEach(name -> AccessBody.object(body, name));
        List<BatchItem> read = new ArrayList<>(items.size());
        Weight weight = new Weight("evaluations");
        for (JsonNode item : items) {
            read.add(BatchItem.of(item, body, weight));
        }
        return new Batch(read, semantic);
    }

    private static Semantic semantic(JsonNode named) {
        return Optional.ofNullable(named.isString() ? SEMANTICS.get(named.stringValue()) : null)
                .orElseThrow(() -> Problem.invalid(
                                "options." + SEMANTIC,
                                "must be `execute_all`, `deny_on_first_deny` or `permit_on_first_permit`")
                        .found());
    }

    /** What is to be decided. Nothing that follows an item which ends the batch by being none. */
    List<Question> questions() {
        List<Question> questions = new ArrayList<>(items.size());
        for (BatchItem item : items) {
            if (item.question().isPresent()) {
                questions.add(item.question().get());
            } else if (semantic == Semantic.UNTIL_DENIED) {
                break;
            }
        }
        return questions;
    }

    /** The answer, which ends where the semantic says so. */
    EvaluationsBody answered(List<Recorded> recorded) {
        Iterator<Recorded> decided = recorded.iterator();
        List<EvaluationsBody.Item> answers = new ArrayList<>(items.size());
        for (BatchItem item : items) {
            if (item.question().isPresent() && !decided.hasNext()) {
                break;
            }
            Optional<Recorded> decision = item.question().map(question -> decided.next());
            answers.add(item.answered(decision));
            if (semantic.endsWith(decision.map(one -> one.decision().allowed()).orElse(false))) {
                break;
            }
        }
        return new EvaluationsBody(answers);
    }
}
