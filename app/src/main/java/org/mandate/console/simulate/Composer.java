package org.mandate.console.simulate;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mandate.access.NamedSubjects;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.catalogue.CatalogueRefused;
import org.mandate.console.Fields;
import org.mandate.console.KnownNames;
import org.mandate.enforcement.Caller;
import org.mandate.enforcement.Gateway;
import org.mandate.enforcement.Gateway.Written;
import org.mandate.http.problem.FieldFault;
import org.mandate.http.problem.Problem;
import org.mandate.http.problem.ProblemKind;
import org.mandate.http.simulation.SimulationDocument;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What the buttons of the form do. */
@Component
class Composer {

    private final Gateway gateway;
    private final NamedSubjects subjects;
    private final KnownNames known;

    Composer(Gateway gateway, NamedSubjects subjects, KnownNames known) {
        this.gateway = gateway;
        this.subjects = subjects;
        this.known = known;
    }

    /** The form after a button other than that which starts the simulation. */
    Fields pressed(Fields form, Caller caller) {
        Changes changes = Changes.read(form.text(Changes.FIELD));
        if (form.optional("remove").isPresent()) {
            return form.with(Changes.FIELD, changes.without(form.text("remove")).text());
        }
        return chosen(form)
                .map(choice -> choice.emptied(form)
                        .with(
                                Changes.FIELD,
                                changes.with(change(choice, form, caller)).text()))
                .orElseGet(() -> form.with(Changes.FIELD, changes.text()));
    }

    /** Whoever presses Enter in a field means the change that the field is of. */
    static Optional<Choice> chosen(Fields form) {
        return form.optional("add")
                .map(Choice::of)
                .or(() -> form.optional("enter").flatMap(any -> Choice.begun(form)));
    }

    private ObjectNode change(Choice choice, Fields form, Caller caller) {
        ObjectNode change = choice.change(form, users(caller));
        List<FieldFault> faults =
                SimulationDocument.proposed(JsonNodeFactory.instance.arrayNode().add(change)).get(0).faults().stream()
                        .map(fault -> choice.fault(fault.field(), fault.message()))
                        .toList();
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults).found();
        }
        return change;
    }

    /** Starts the simulation; answers its id. */
    String start(Fields form, Caller caller) {
        Changes changes = Changes.read(form.text(Changes.FIELD));
        // Whoever filled it in would take it for a part of what is simulated.
        Choice.begun(form).ifPresent(choice -> {
            throw Problem.invalid(choice.key(), "this is filled in and not added yet; add it, or empty its fields")
                    .found();
        });
        if (changes.list().isEmpty()) {
            throw Problem.of(ProblemKind.INVALID_REQUEST, "add a change first: without one nothing can turn")
                    .found();
        }
        try {
            Written<String> written =
                    gateway.send(SimulationDocument.command(Window.document(changes, form, users(caller))), caller);
            return written.result();
        } catch (CatalogueRefused refused) {
            throw SimulationDocument.refused(refused);
        }
    }

    private Users users(Caller caller) {
        return named -> Stream.of(subjects.resolve(SubjectId.user(named)).id())
                .filter(id -> known.of(List.of(id), caller).byId().containsKey(id))
                .findFirst();
    }
}
