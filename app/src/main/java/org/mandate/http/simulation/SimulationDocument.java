package org.mandate.http.simulation;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.mandate.authorization.catalogue.Catalogue;
import org.mandate.authorization.catalogue.CatalogueFault;
import org.mandate.authorization.catalogue.CatalogueReader;
import org.mandate.authorization.catalogue.CatalogueReading;
import org.mandate.authorization.catalogue.CatalogueRefused;
import org.mandate.authorization.history.When;
import org.mandate.authorization.simulation.AskedFor;
import org.mandate.authorization.simulation.Manner;
import org.mandate.authorization.simulation.Sample;
import org.mandate.http.json.Instants;
import org.mandate.http.problem.FieldFault;
import org.mandate.http.problem.Problem;
import org.mandate.proposal.ProposedChange;
import org.mandate.proposal.RunSimulation;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The body of {@code POST /simulations}. What is wrong with it is said all at once. */
public final class SimulationDocument {

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<List<Map<String, Object>>> OBJECTS = new TypeReference<>() {};
    private static final Set<String> MEMBERS = Set.of("changes", "decisions", "asOf");
    private static final Set<String> FILTERS = Set.of(
            "from",
            "to",
            "subject",
            "action",
            "resourceType",
            "resource",
            "decision",
            "requester",
            "channel",
            "reason");

    private final List<FieldFault> faults = new ArrayList<>();

    private SimulationDocument() {}

    /** The command that the body asks for; whatever is wrong with it is a problem that names every fault. */
    public static RunSimulation command(JsonNode body) {
        return new SimulationDocument().read(body);
    }

    /** A list of changes alone. */
    public static List<ProposedChange> proposed(JsonNode list) {
        SimulationDocument document = new SimulationDocument();
        List<ProposedChange> changes = document.changes(list);
        if (!document.faults.isEmpty()) {
            throw Problem.invalid(document.faults).found();
        }
        return changes;
    }

    /** What is wrong with the changes, as a problem that names every fault. */
    public static RuntimeException refused(CatalogueRefused refused) {
        return Problem.invalid(refused.faults().stream()
                        .map(fault -> new FieldFault(fault.field(), fault.message()))
                        .toList())
                .found();
    }

    private RunSimulation read(JsonNode body) {
        if (!body.isObject()) {
            throw Problem.invalid("", "must be an object with `changes` and `decisions`")
                    .found();
        }
        requireKnown("", body, MEMBERS);
        List<ProposedChange> changes = changes(body.path("changes"));
        JsonNode filters = body.path("decisions");
        if (!filters.isMissingNode() && !filters.isObject()) {
            faults.add(new FieldFault("decisions", "must be an object"));
        }
        requireKnown("decisions.", filters, FILTERS);
        Sample sample = sample(filters);
        sample.filters().faults().forEach((name, message) -> faults.add(new FieldFault("decisions." + name, message)));
        Optional<When> asOf = text("", body, "asOf").map(text -> When.parse("asOf", text));
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults).found();
        }
        return new RunSimulation(changes, new AskedFor(words(body.path("changes")), sample, asOf));
    }

    private static List<Map<String, Object>> words(JsonNode changes) {
        return JSON.convertValue(changes, OBJECTS);
    }

    private Sample sample(JsonNode filters) {
        return new Sample(
                instant(filters, "from"),
                instant(filters, "to"),
                filter(filters, "subject"),
                filter(filters, "action"),
                filter(filters, "resourceType"),
                filter(filters, "resource"),
                filter(filters, "decision").map(this::isAllow),
                filter(filters, "requester"),
                filter(filters, "channel"),
                filter(filters, "reason"));
    }

    private List<ProposedChange> changes(JsonNode list) {
        List<ProposedChange> changes = new ArrayList<>();
        if (!list.isArray()) {
            faults.add(new FieldFault("changes", "must be a list of objects with `put`, `add` or `remove`"));
            return changes;
        }
        for (int i = 0; i < list.size(); i++) {
            JsonNode change = list.get(i);
            Optional<Manner> manner = manner(change);
            if (manner.isPresent()) {
                changes.add(change(manner.get(), change.path(manner.get().label())));
            } else {
                faults.add(new FieldFault(
                        "changes[" + i + "]",
                        "must be an object with `put`, `add` or `remove`, and a catalogue in it"));
            }
        }
        return changes;
    }

    private static Optional<Manner> manner(JsonNode change) {
        return Stream.of(Manner.values())
                .filter(manner ->
                        change.size() == 1 && change.path(manner.label()).isObject())
                .findFirst();
    }

    private static ProposedChange change(Manner manner, JsonNode catalogue) {
        boolean removes = manner == Manner.REMOVE;
        JsonNode whole = removes ? Blanks.filled(catalogue) : catalogue;
        try {
            CatalogueReading reading =
                    CatalogueReader.examine(JSON, new ByteArrayInputStream(JSON.writeValueAsBytes(whole)));
            List<CatalogueFault> faults = new ArrayList<>(Blanks.without(reading));
            if (removes) {
                faults.addAll(Blanks.nothings(catalogue));
            }
            return new ProposedChange(manner, reading.catalogue(), faults);
        } catch (CatalogueRefused refused) {
            return new ProposedChange(manner, Catalogue.EMPTY, refused.faults());
        }
    }

    private Optional<String> filter(JsonNode filters, String name) {
        return text("decisions.", filters, name);
    }

    private Optional<String> text(String path, JsonNode object, String name) {
        JsonNode value = object.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isString()) {
            faults.add(new FieldFault(path + name, "must be a text"));
            return Optional.empty();
        }
        return Optional.of(value.stringValue());
    }

    private Optional<Instant> instant(JsonNode filters, String name) {
        return filter(filters, name).flatMap(text -> {
            Optional<Instant> instant = Instants.parse(text);
            if (instant.isEmpty()) {
                faults.add(new FieldFault("decisions." + name, "must be an instant like `2026-11-22T12:00:00Z`"));
            }
            return instant;
        });
    }

    private boolean isAllow(String decision) {
        if (!decision.equals("allow") && !decision.equals("deny")) {
            faults.add(new FieldFault("decisions.decision", "must be `allow` or `deny`"));
        }
        return decision.equals("allow");
    }

    private void requireKnown(String path, JsonNode object, Set<String> known) {
        object.propertyNames().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> faults.add(new FieldFault(path + name, "the member is not known here")));
    }
}
