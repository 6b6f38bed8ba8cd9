package org.mandate.console.simulate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mandate.authorization.simulation.Manner;
import org.mandate.console.Fields;
import org.mandate.http.problem.FieldFault;
import org.mandate.http.problem.Problem;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A usual change that the form offers.
 * @param key begins the names of its fields
 * @param kind what the catalogue calls several of its kind
 * @param fills the fields that tell that somebody began to fill it in
 * @param places the fields by the beginnings of what the API calls its places
 */
record Choice(
        String key,
        String kind,
        List<String> fills,
        Map<String, String> places,
        BiFunction<Filled, ObjectNode, Manner> writing) {

    /** Every one, in the order of the form. */
    static final List<Choice> ALL = List.of(
            new Choice(
                    "assignment",
                    "subjects",
                    List.of("role", "user"),
                    Map.of("roles", "role", "id", "user"),
                    Choice::assignment),
            new Choice(
                    "permission",
                    "roles",
                    List.of("role", "name"),
                    Map.of("name", "role", "permissions", "name"),
                    Choice::permission),
            new Choice(
                    "inheritance",
                    "roles",
                    List.of("role", "from"),
                    Map.of("name", "role", "inherits", "from"),
                    Choice::inheritance),
            new Choice("gone-policy", "policies", List.of("id"), Map.of("id", "id"), Choice::named),
            new Choice(
                    "policy",
                    "policies",
                    List.of("id", "resourceType", "condition"),
                    Stream.of("id", "effect", "resourceType", "actions", "roles", "condition")
                            .collect(Collectors.toMap(same -> same, same -> same)),
                    Choice::policy),
            new Choice("gone-duty", "constraints", List.of("id"), Map.of("id", "id"), Choice::named),
            new Choice("duty", "constraints", List.of("roles"), Map.of("roles", "roles", "max", "max"), Choice::duty),
            new Choice(
                    "attribute",
                    "",
                    List.of("of", "name", "value"),
                    Map.of("type", "type", "id", "of", "attributes", "value"),
                    Choice::attribute));

    static Choice of(String key) {
        return ALL.stream()
                .filter(choice -> choice.key.equals(key))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("add", "must be one of the kinds of change")
                        .found());
    }

    /** The one that somebody began to fill in, if any. */
    static Optional<Choice> begun(Fields form) {
        return ALL.stream().filter(choice -> choice.isBegun(form)).findFirst();
    }

    private boolean isBegun(Fields form) {
        return fills.stream().anyMatch(name -> form.optional(field(name)).isPresent());
    }

    /** What is filled in, as a change of the API. */
    ObjectNode change(Fields form, Users users) {
        ObjectNode entry = JsonNodeFactory.instance.objectNode();
        Filled filled = new Filled(this, form, users);
        Manner manner = writing.apply(filled, entry);
        ObjectNode change = JsonNodeFactory.instance.objectNode();
        change.putObject(manner.label()).putArray(filled.kind()).add(entry);
        return change;
    }

    /** The form with the fields of this choice empty again. */
    Fields emptied(Fields form) {
        Fields emptied = form;
        for (String name : form.values().keySet()) {
            if (name.startsWith(key + "-") && !name.equals(field("do"))) {
                emptied = emptied.with(name, "");
            }
        }
        return emptied;
    }

    /** A fault of the change that it came to, at the field that is to be mended. */
    FieldFault fault(String place, String message) {
        String within = place.replaceFirst("^[a-z]+\\[0]\\.?", "");
        return places.entrySet().stream()
                .filter(known -> within.startsWith(known.getKey()))
                .findFirst()
                .map(known -> new FieldFault(field(known.getValue()), message))
                .orElseGet(() -> new FieldFault(key, message));
    }

    String field(String name) {
        return key + "-" + name;
    }

    private static Manner assignment(Filled form, ObjectNode user) {
        String role = form.required("role");
        user.put("type", "user").put("id", form.user("user"));
        user.putArray("roles").add(role);
        return form.takes() ? Manner.REMOVE : Manner.ADD;
    }

    private static Manner permission(Filled form, ObjectNode role) {
        role.put("name", form.required("role"));
        form.several("name").forEach(role.putArray("permissions")::add);
        return form.takes() ? Manner.REMOVE : Manner.ADD;
    }

    private static Manner inheritance(Filled form, ObjectNode role) {
        role.put("name", form.required("role"));
        role.putArray("inherits").add(form.required("from"));
        return form.takes() ? Manner.REMOVE : Manner.ADD;
    }

    private static Manner named(Filled form, ObjectNode entry) {
        entry.put("id", form.required("id"));
        return Manner.REMOVE;
    }

    private static Manner policy(Filled form, ObjectNode policy) {
        policy.put("id", form.required("id"));
        policy.put("effect", form.text("effect"));
        policy.put("resourceType", form.required("resourceType"));
        form.several("actions").forEach(policy.putArray("actions")::add);
        form.list("roles").forEach(policy.putArray("roles")::add);
        // With the line ends that the places of faults are counted by.
        String condition = form.text("condition").replace("\r\n", "\n");
        if (!condition.isEmpty()) {
            policy.put("condition", condition);
        }
        return Manner.PUT;
    }

    private static Manner duty(Filled form, ObjectNode constraint) {
        form.several("roles").forEach(constraint.putArray("roles")::add);
        constraint.put("max", form.number("max"));
        return Manner.PUT;
    }

    private static Manner attribute(Filled form, ObjectNode entity) {
        entity.put("type", form.type());
        entity.put("id", form.isOfUser() ? form.user("of") : form.required("of"));
        ObjectNode attributes = entity.putObject("attributes");
        String name = form.required("name");
        if (form.takes()) {
            // Attributes go by their names, whatever they are.
            attributes.put(name, true);
            return Manner.REMOVE;
        }
        attributes.set(name, form.value("value"));
        return Manner.ADD;
    }
}
