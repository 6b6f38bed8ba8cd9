package org.mandate.http.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.history.EvaluatePast.Asked;
import org.mandate.authorization.history.When;
import org.mandate.http.access.Question;
import org.mandate.http.access.Weight;
import org.mandate.http.problem.Problem;
import tools.jackson.databind.JsonNode;

/**
 * A question about a moment, or many: {@code evaluations} are asked each with what stands beside it as its default.
 * @param instant what validities are judged at, in place of the instant of the position
 */
record PastEvaluationRequest(
        Optional<String> at,
        Optional<Instant> instant,
        Optional<Asking.Entity> subject,
        Optional<Asking.Verb> action,
        Optional<Asking.Entity> resource,
        Optional<JsonNode> context,
        Optional<List<AskedItem>> evaluations) {

    private static final int LARGEST = 1000;

    /** One of many. */
    record AskedItem(
            Optional<Asking.Entity> subject,
            Optional<Asking.Verb> action,
            Optional<Asking.Entity> resource,
            Optional<JsonNode> context) {

        /** What is not there is read as a null, which would hide what stands beside the items. */
        AskedItem {
            context = context.filter(given -> !given.isNull());
        }

        private AskedItem or(
                Optional<Asking.Entity> subject,
                Optional<Asking.Verb> action,
                Optional<Asking.Entity> resource,
                Optional<JsonNode> context) {
            return new AskedItem(
                    this.subject.or(() -> subject),
                    this.action.or(() -> action),
                    this.resource.or(() -> resource),
                    this.context.or(() -> context));
        }

        private void weigh(Weight weight) {
            weight.question();
            subject.ifPresent(entity -> entity.weigh(weight));
            action.ifPresent(verb -> verb.weigh(weight));
            resource.ifPresent(entity -> entity.weigh(weight));
            context.ifPresent(weight::part);
        }
    }

    When when() {
        When named = Moments.of("at", at);
        if (instant.isEmpty()) {
            return named;
        }
        if (at.isPresent() && named.position().isEmpty()) {
            throw Problem.invalid("instant", "goes with a position in `at`, or stands alone")
                    .found();
        }
        return new When(named.position(), instant);
    }

    boolean isBatch() {
        return evaluations.filter(items -> !items.isEmpty()).isPresent();
    }

    /** @param resolved who a subject is that is named in another way than by id */
    List<Asked> questions(UnaryOperator<SubjectId> resolved) {
        if (!isBatch()) {
            return List.of(question(new AskedItem(subject, action, resource, context), resolved, ""));
        }
        List<AskedItem> items = evaluations.get();
        if (items.size() > LARGEST) {
            throw Problem.invalid("evaluations", "at most " + LARGEST + " at once, not " + items.size())
                    .found();
        }
        List<Asked> questions = new ArrayList<>(items.size());
        Weight weight = new Weight("evaluations");
        for (AskedItem item : items) {
            AskedItem whole = item.or(subject, action, resource, context);
            whole.weigh(weight);
            questions.add(question(whole, resolved, "evaluations[" + questions.size() + "]."));
        }
        return questions;
    }

    static Asked question(AskedItem item, UnaryOperator<SubjectId> resolved, String path) {
        Asking.Entity subject = item.subject().orElseThrow(() -> missing(path + "subject"));
        Asking.Verb action = item.action().orElseThrow(() -> missing(path + "action"));
        Asking.Entity resource = item.resource().orElseThrow(() -> missing(path + "resource"));
        Map<String, Object> context = Asking.members(item.context(), path + "context");
        return new Asked(
                resolved.apply(subject.subject("subject")),
                subject.values("subject"),
                action.action(),
                resource.resource(),
                context,
                Question.ip(context));
    }

    private static RuntimeException missing(String member) {
        return Problem.invalid(member, "is required").found();
    }
}
