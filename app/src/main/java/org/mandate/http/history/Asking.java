package org.mandate.http.history;

import java.util.Map;
import java.util.Optional;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.decision.Action;
import org.mandate.authorization.decision.Resource;
import org.mandate.http.access.PlainJson;
import org.mandate.http.access.Weight;
import org.mandate.http.problem.Problem;
import tools.jackson.databind.JsonNode;

/** The parts of a question as they are sent: the standard's entities, and no member that it does not know. */
final class Asking {

    private Asking() {}

    /** A subject or a resource. */
    record Entity(String type, String id, Optional<JsonNode> properties) {

        SubjectId subject(String name) {
            return new SubjectId(PlainJson.text(type, name + ".type"), PlainJson.text(id, name + ".id"));
        }

        void weigh(Weight weight) {
            weight.name(type);
            weight.name(id);
            properties.ifPresent(weight::part);
        }

        Map<String, Object> values(String name) {
            return members(properties, name + ".properties");
        }

        Resource resource() {
            return new Resource(
                    PlainJson.text(type, "resource.type"), PlainJson.text(id, "resource.id"), values("resource"));
        }
    }

    /** An entity of which only the type is known: what a search looks for. */
    record Sort(String type, Optional<String> id, Optional<JsonNode> properties) {}

    /** An action. */
    record Verb(String name, Optional<JsonNode> properties) {

        void weigh(Weight weight) {
            weight.name(name);
            properties.ifPresent(weight::part);
        }

        Action action() {
            return new Action(PlainJson.text(name, "action.name"), members(properties, "action.properties"));
        }
    }

    /** The members of an object that may be left out; those that are null count as absent. */
    static Map<String, Object> members(Optional<JsonNode> object, String path) {
        if (object.isEmpty() || object.get().isNull()) {
            return Map.of();
        }
        if (!object.get().isObject()) {
            throw Problem.invalid(path, "must be an object").found();
        }
        return PlainJson.object(object.get(), path);
    }
}
