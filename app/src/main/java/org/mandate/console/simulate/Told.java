package org.mandate.console.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.simulation.Manner;
import org.mandate.console.simulate.Line.Words;
import org.mandate.oversight.Names;
import tools.jackson.databind.JsonNode;

/** Changes of the API as sentences. What no sentence is made for is told by its kind and its name, and never left out. */
record Told(Names names) {

    private static final int LONGEST = 80;

    /** What a catalogue calls several of a kind, and how one of them is called. */
    private static final Map<String, String> KINDS = Map.of(
            "permissions", "permission",
            "roles", "role",
            "subjects", "subject",
            "entities", "entity",
            "policies", "policy",
            "constraints", "rule of separation of duty");

    private static final Map<String, Set<String>> MEMBERS = Map.of(
            "permissions", Set.of("name", "description"),
            "roles", Set.of("name", "description", "permissions", "inherits"),
            "subjects", Set.of("type", "id", "username", "email", "attributes", "roles"),
            "entities", Set.of("type", "id", "attributes"),
            "policies", Set.of("id", "description", "effect", "resourceType", "actions", "roles", "condition"),
            "constraints", Set.of("id", "roles", "max"));

    /** The sentences of one change. */
    List<Line> of(JsonNode change) {
        Optional<Manner> manner = manner(change);
        if (manner.isEmpty()) {
            return List.of(unknown(change));
        }
        List<Line> lines = new ArrayList<>();
        for (Map.Entry<String, JsonNode> kind :
                change.path(manner.get().label()).properties()) {
            if (!kind.getValue().isArray()) {
                lines.add(unknown(change));
                continue;
            }
            for (JsonNode entry : kind.getValue()) {
                lines.addAll(entry(manner.get(), kind.getKey(), entry));
            }
        }
        return lines.isEmpty() ? List.of(words().say("Change nothing").line()) : lines;
    }

    /** The ids of the users whom it names. */
    static Stream<String> users(JsonNode change) {
        return Stream.of(Manner.values())
                .flatMap(manner -> change.path(manner.label()).path("subjects").valueStream())
                .filter(subject -> subject.path("type").asString("").equals(SubjectId.USER))
                .map(subject -> subject.path("id").asString(""))
                .filter(id -> !id.isEmpty());
    }

    private static Optional<Manner> manner(JsonNode change) {
        return Stream.of(Manner.values())
                .filter(manner ->
                        change.size() == 1 && change.path(manner.label()).isObject())
                .findFirst();
    }

    private List<Line> entry(Manner manner, String kind, JsonNode entry) {
        Entry named = new Entry(manner, entry);
        if (!named.isSimple(MEMBERS.getOrDefault(kind, Set.of()))) {
            return List.of(generic(named, kind));
        }
        List<Line> lines = switch (kind) {
            case "subjects" -> new ToldOfSubjects(names).of(named);
            case "roles" -> new ToldOfModel(names).role(named);
            case "permissions" -> new ToldOfModel(names).permission(named);
            case "policies" -> new ToldOfModel(names).policy(named);
            case "constraints" -> new ToldOfModel(names).constraint(named);
            case "entities" -> new ToldOfSubjects(names).entity(named);
            default -> List.of();
        };
        return lines.isEmpty() ? List.of(generic(named, kind)) : lines;
    }

    private Line generic(Entry entry, String kind) {
        String verb = switch (entry.manner()) {
            case PUT -> "Put the ";
            case ADD -> "Add to the ";
            case REMOVE -> "Take the ";
        };
        return words().say(verb + KINDS.getOrDefault(kind, kind) + " ")
                .code(shortened(entry.name()))
                .say(entry.manner() == Manner.REMOVE ? " away, or parts of it" : "")
                .say(", as the API has it")
                .line();
    }

    private Line unknown(JsonNode change) {
        return words().say("A change that is not known here: ")
                .code(shortened(change.toString()))
                .line();
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
    }

    private Words words() {
        return new Words(names);
    }
}
