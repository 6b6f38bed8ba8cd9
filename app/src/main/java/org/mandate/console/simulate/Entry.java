package org.mandate.console.simulate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.mandate.authorization.simulation.Manner;
import tools.jackson.databind.JsonNode;

/** What a change names of one kind, and what is done with it. */
record Entry(Manner manner, JsonNode node) {

    private static final Set<String> LISTS = Set.of("permissions", "inherits", "actions", "roles");

    /** Whether it says nothing that a sentence would leave out. */
    boolean isSimple(Set<String> known) {
        return node.isObject()
                && node.properties().stream()
                        .allMatch(member ->
                                known.contains(member.getKey()) && isSimple(member.getKey(), member.getValue()));
    }

    private static boolean isSimple(String name, JsonNode value) {
        if (LISTS.contains(name)) {
            return value.isString() || (value.isArray() && value.valueStream().allMatch(Entry::isText));
        }
        return name.equals("attributes") ? value.isObject() : value.isString() || value.isInt();
    }

    /** A role of a subject may come with its terms. */
    private static boolean isText(JsonNode value) {
        return value.isString() || value.path("role").isString();
    }

    boolean puts() {
        return manner == Manner.PUT;
    }

    boolean removes() {
        return manner == Manner.REMOVE;
    }

    String text(String member) {
        return node.path(member).asString("");
    }

    Optional<String> optional(String member) {
        return Optional.of(text(member)).filter(text -> !text.isEmpty());
    }

    List<String> list(String member) {
        JsonNode value = node.path(member);
        return value.isString()
                ? List.of(value.stringValue())
                : value.valueStream().map(one -> one.asString("")).toList();
    }

    Map<String, JsonNode> attributes() {
        Map<String, JsonNode> attributes = new LinkedHashMap<>();
        node.path("attributes").properties().forEach(one -> attributes.put(one.getKey(), one.getValue()));
        return attributes;
    }

    /** What it is called, by whichever member says so. */
    String name() {
        return Stream.of("name", "username", "id")
                .flatMap(member -> optional(member).stream())
                .findFirst()
                .orElseGet(node::toString);
    }
}
