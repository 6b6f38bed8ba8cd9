package org.mandate.http.access;

import java.util.List;
import java.util.Optional;
import org.mandate.authorization.point.DecisionPoint.Recorded;
import org.mandate.http.access.EvaluationsBody.Faulty;
import org.mandate.http.problem.ProblemFound;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * One item of a batch, with the defaults in the place of what it leaves open.
 * @param question empty where the item is none
 * @param explain whether the caller wants to know why
 * @param fault what is wrong with an item that is no question
 */
record BatchItem(Optional<Question> question, boolean explain, String fault) {

    static final List<String> MEMBERS = List.of("subject", "action", "resource", "context");

    static BatchItem of(JsonNode item, JsonNode defaults, Weight weight) {
        if (!item.isObject()) {
            return new BatchItem(Optional.empty(), explains(defaults), "an evaluation must be an object");
        }
        ObjectNode whole = JsonNodeFactory.instance.objectNode();
        whole.set("subject", entity(item, defaults, "subject", "type", "id"));
        whole.set("action", entity(item, defaults, "action", "name"));
        whole.set("resource", entity(item, defaults, "resource", "type", "id"));
        whole.set("context", own(item, defaults, "context"));
        weigh(whole, weight);
        try {
            return new BatchItem(Optional.of(Question.of(whole)), explains(whole), "");
        } catch (ProblemFound fault) {
            return new BatchItem(
                    Optional.empty(), explains(whole), fault.problem().detail());
        }
    }

    private static void weigh(ObjectNode whole, Weight weight) {
        weight.question();
        weight.part(whole);
        weight.name(whole.path("subject").path("id").asString(""));
        weight.name(whole.path("action").path("name").asString(""));
        weight.name(whole.path("resource").path("type").asString(""));
        weight.name(whole.path("resource").path("id").asString(""));
    }

    EvaluationsBody.Item answered(Optional<Recorded> recorded) {
        if (question.isPresent() && recorded.isPresent()) {
            return EvaluationBody.of(question.get(), recorded.get());
        }
        return explain ? Faulty.explained(fault) : Faulty.bare();
    }

    /** The item's member in place of the default. What names an entity falls back to the default's, properties never do. */
    private static JsonNode entity(JsonNode item, JsonNode defaults, String name, String... naming) {
        JsonNode own = own(item, defaults, name);
        JsonNode fallback = defaults.path(name);
        if (!own.isObject()) {
            return own;
        }
        ObjectNode named = JsonNodeFactory.instance.objectNode();
        own.forEachEntry(named::set);
        for (String part : naming) {
            if (AccessBody.absent(own.path(part)) && !AccessBody.absent(fallback.path(part))) {
                named.set(part, fallback.path(part));
            }
        }
        return named;
    }

    private static JsonNode own(JsonNode item, JsonNode defaults, String name) {
        JsonNode own = item.path(name);
        JsonNode effective = AccessBody.absent(own) ? defaults.path(name) : own;
        return AccessBody.absent(effective) ? JsonNodeFactory.instance.nullNode() : effective;
    }

    private static boolean explains(JsonNode request) {
        return request.path("context").path("explain").isBoolean()
                && request.path("context").path("explain").booleanValue();
    }
}
