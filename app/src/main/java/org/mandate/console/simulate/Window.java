package org.mandate.console.simulate;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.history.When;
import org.mandate.authorization.simulation.AskedFor;
import org.mandate.authorization.simulation.Sample;
import org.mandate.console.Fields;
import org.mandate.console.Link;
import org.mandate.oversight.Names;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The recorded decisions that changes are tried on and when the changes are made: as fields, as JSON and as facts. */
final class Window {

    private static final List<String> SUBJECTS = List.of("subject", "requester");
    private static final List<String> FILTERS =
            List.of("subject", "action", "resourceType", "resource", "decision", "requester", "channel", "reason");

    private Window() {}

    /** What {@code POST /simulations} takes. */
    static ObjectNode document(Changes changes, Fields form, Users users) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.set(Changes.FIELD, changes.list());
        ObjectNode decisions = document.putObject("decisions");
        form.instant("from").ifPresent(at -> decisions.put("from", at.toString()));
        form.instant("to").ifPresent(at -> decisions.put("to", at.toString()));
        for (String name : FILTERS) {
            form.optional(name)
                    .ifPresent(value -> decisions.put(name, SUBJECTS.contains(name) ? id(value, users) : value));
        }
        form.moment("asOf").ifPresent(moment -> document.put("asOf", moment.text()));
        return document;
    }

    private static String id(String named, Users users) {
        return users.id(named).orElse(named);
    }

    /** The fields of the form as they were when this was asked for. */
    static Fields fields(AskedFor asked, Names names) {
        Sample sample = asked.sample();
        return Fields.none()
                .with(Changes.FIELD, Changes.of(asked).text())
                .with("from", local(sample.from()))
                .with("to", local(sample.to()))
                .with("subject", sample.subject().map(names::of).orElse(""))
                .with("action", sample.action().orElse(""))
                .with("resourceType", sample.resourceType().orElse(""))
                .with("resource", sample.resource().orElse(""))
                .with("decision", sample.allowed().map(Window::word).orElse(""))
                .with("requester", sample.requester().map(names::of).orElse(""))
                .with("channel", sample.channel().orElse(""))
                .with("reason", sample.reason().orElse(""))
                .with("asOf", asked.asOf().map(When::text).orElse(""));
    }

    /** As a browser's field for a date and a time has it, which knows no zone. */
    private static String local(Optional<Instant> at) {
        return at.map(instant -> LocalDateTime.ofInstant(instant.truncatedTo(ChronoUnit.SECONDS), ZoneOffset.UTC))
                .map(LocalDateTime::toString)
                .orElse("");
    }

    /** The recorded decisions of the window that came out so, narrowed further by what the link gains. */
    static Link decisions(Sample sample, boolean allowed) {
        return Link.to("/console/decisions")
                .with("decision", Optional.of(word(allowed)))
                .with("action", sample.action())
                .with("requester", sample.requester())
                .with("channel", sample.channel())
                .with("reason", sample.reason())
                .with("from", sample.from())
                .with("to", sample.to());
    }

    /** The ids of those whom the filters name. */
    static List<String> users(Sample sample) {
        return Stream.of(sample.subject(), sample.requester())
                .flatMap(Optional::stream)
                .toList();
    }

    static SubjectId subject(String key) {
        int colon = key.indexOf(':');
        return colon < 0 ? new SubjectId("", key) : new SubjectId(key.substring(0, colon), key.substring(colon + 1));
    }

    private static String word(boolean allowed) {
        return allowed ? "allow" : "deny";
    }
}
