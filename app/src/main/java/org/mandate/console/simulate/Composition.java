package org.mandate.console.simulate;

import java.util.List;
import java.util.Optional;
import org.mandate.access.NamedSubjects;
import org.mandate.authorization.SubjectId;
import org.mandate.console.Fields;
import org.mandate.http.json.StrictJson;
import org.mandate.http.problem.Problem;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A list of changes as the form has it: JSON, to which usual changes are added by choosing them. */
record Composition(Fields fields, NamedSubjects subjects) {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /**
     * A usual change.
     * @param key its name in the form
     * @param subject what the first field holds
     * @param object what the second field holds
     */
    record Kind(String key, String words, String subject, String object) {}

    static final List<Kind> KINDS = List.of(
            new Kind("give-role", "Give a user a role", "User", "Role"),
            new Kind("take-role", "Take a role from a user", "User", "Role"),
            new Kind("add-permission", "Add a permission to a role", "Role", "Permission"),
            new Kind("remove-permission", "Take a permission from a role", "Role", "Permission"),
            new Kind("add-inheritance", "Let a role inherit from another", "Role", "Inherited role"),
            new Kind("remove-inheritance", "End an inheritance", "Role", "Inherited role"),
            new Kind("remove-policy", "Delete a policy", "Policy", "(nothing)"));

    ArrayNode changes() {
        Optional<String> text = fields.optional("changes");
        if (text.isEmpty()) {
            return NODES.arrayNode();
        }
        try {
            if (StrictJson.mapper().readTree(text.get()) instanceof ArrayNode list) {
                return list;
            }
        } catch (JacksonException notJson) {
            throw Problem.invalid("changes", "must be a JSON list of changes").found();
        }
        throw Problem.invalid("changes", "must be a JSON list of changes").found();
    }

    /** The list with the chosen change at its end. */
    String extended() {
        ArrayNode list = changes();
        list.add(chosen());
        return text(list);
    }

    static String text(JsonNode node) {
        return StrictJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(node);
    }

    private ObjectNode chosen() {
        String kind = fields.required("kind");
        String name = fields.required("name");
        return switch (kind) {
            case "give-role" -> change("put", "subjects", user(name));
            case "take-role" -> change("remove", "subjects", user(name));
            case "add-permission" -> change("put", "roles", role(name, "permissions"));
            case "remove-permission" -> change("remove", "roles", role(name, "permissions"));
            case "add-inheritance" -> change("put", "roles", role(name, "inherits"));
            case "remove-inheritance" -> change("remove", "roles", role(name, "inherits"));
            case "remove-policy" ->
                change("remove", "policies", NODES.objectNode().put("id", name));
            default -> throw Problem.invalid("kind", "must be one of the list").found();
        };
    }

    private ObjectNode user(String name) {
        ObjectNode user = NODES.objectNode();
        user.put("type", SubjectId.USER);
        user.put("id", subjects.resolve(SubjectId.user(name)).id());
        user.putArray("roles").add(fields.required("object"));
        return user;
    }

    private ObjectNode role(String name, String member) {
        ObjectNode role = NODES.objectNode();
        role.put("name", name);
        role.putArray(member).add(fields.required("object"));
        return role;
    }

    private static ObjectNode change(String verb, String kind, ObjectNode entry) {
        ObjectNode change = NODES.objectNode();
        change.putObject(verb).putArray(kind).add(entry);
        return change;
    }

    /** What {@code POST /simulations} takes. */
    ObjectNode document() {
        ObjectNode document = NODES.objectNode();
        document.set("changes", changes());
        ObjectNode decisions = document.putObject("decisions");
        fields.instant("from").ifPresent(at -> decisions.put("from", at.toString()));
        fields.instant("to").ifPresent(at -> decisions.put("to", at.toString()));
        fields.optional("action").ifPresent(action -> decisions.put("action", action));
        fields.optional("resourceType").ifPresent(type -> decisions.put("resourceType", type));
        fields.optional("asOf").ifPresent(moment -> document.put("asOf", moment));
        return document;
    }
}
