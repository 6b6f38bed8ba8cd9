package org.mandate.http.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.mandate.authorization.catalogue.Catalogue;
import org.mandate.authorization.catalogue.CatalogueFault;
import org.mandate.authorization.catalogue.CatalogueReading;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What a catalogue leaves out where it only names what is to go, or a user who is known by an id. */
final class Blanks {

    private static final Map<String, List<String>> PARTS =
            Map.of("subjects", List.of("roles"), "roles", List.of("permissions", "inherits"));

    private Blanks() {}

    static JsonNode filled(JsonNode catalogue) {
        JsonNode whole = catalogue.deepCopy();
        each(whole, "policies", policy -> {
            blank(policy, "effect", JsonNodeFactory.instance.stringNode("allow"));
            blank(policy, "resourceType", JsonNodeFactory.instance.stringNode("*"));
            blank(policy, "actions", JsonNodeFactory.instance.stringNode("*"));
        });
        each(whole, "entities", entity -> blank(entity, "attributes", JsonNodeFactory.instance.objectNode()));
        each(
                whole,
                "constraints",
                constraint -> blank(
                        constraint,
                        "roles",
                        JsonNodeFactory.instance.arrayNode().add("any").add("other")));
        return whole;
    }

    private static void each(JsonNode catalogue, String kind, Consumer<ObjectNode> change) {
        for (JsonNode entry : catalogue.path(kind)) {
            if (entry instanceof ObjectNode object) {
                change.accept(object);
            }
        }
    }

    private static void blank(ObjectNode entry, String member, JsonNode value) {
        if (!entry.has(member)) {
            entry.set(member, value);
        }
    }

    /** Lists of parts to be removed that name no part: that takes nothing away, and must not be read as taking the whole. */
    static List<CatalogueFault> nothings(JsonNode catalogue) {
        List<CatalogueFault> faults = new ArrayList<>();
        PARTS.forEach((kind, members) -> {
            JsonNode entries = catalogue.path(kind);
            for (int i = 0; i < entries.size(); i++) {
                JsonNode entry = entries.path(i);
                List<String> listed = members.stream()
                        .filter(member -> entry.path(member).isArray())
                        .toList();
                if (!listed.isEmpty()
                        && listed.stream().allMatch(member -> entry.path(member).isEmpty())) {
                    faults.add(new CatalogueFault(
                            kind + "[" + i + "]." + listed.get(0), "names nothing; leave it out to remove the whole"));
                }
            }
        });
        return faults;
    }

    static List<CatalogueFault> without(CatalogueReading reading) {
        List<Catalogue.SubjectEntry> subjects = reading.catalogue().subjects();
        List<CatalogueFault> faults = new ArrayList<>(reading.faults());
        for (int i = 0; i < subjects.size(); i++) {
            String path = "subjects[" + i + "].username";
            if (subjects.get(i).id().isPresent() && subjects.get(i).username().isEmpty()) {
                faults.removeIf(fault -> fault.field().equals(path));
            }
        }
        return faults;
    }
}
