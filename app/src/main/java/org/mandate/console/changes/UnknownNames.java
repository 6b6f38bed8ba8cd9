package org.mandate.console.changes;

import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.mandate.access.NamedSubjects;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.change.FindHistory;
import org.mandate.authorization.change.HistoryFilter;
import org.mandate.authorization.change.HistoryPage;
import org.mandate.console.Fields;
import org.mandate.enforcement.Caller;
import org.mandate.enforcement.Gateway;
import org.springframework.stereotype.Component;

/** Tells a name that nobody ever had from one that the other filters leave nothing of. */
@Component
class UnknownNames {

    private final Gateway gateway;
    private final NamedSubjects subjects;

    UnknownNames(Gateway gateway, NamedSubjects subjects) {
        this.gateway = gateway;
        this.subjects = subjects;
    }

    /** The first of the names in the form of which the history knows nothing, as a heading; empty where it knows all. */
    String of(Fields form, Caller caller) {
        return Stream.of(
                        unknown("user", form.optional("subject"), caller),
                        unknown("user", form.optional("by"), caller),
                        unknown("role", form.optional("role"), caller),
                        unknown("policy", form.optional("policy"), caller))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse("");
    }

    private Optional<String> unknown(String kind, Optional<String> name, Caller caller) {
        return name.filter(text -> isUnknown(about(kind, text), caller))
                .map(text -> "There is no " + kind + " " + text);
    }

    private HistoryFilter about(String kind, String name) {
        return switch (kind) {
            case "role" -> HistoryFilter.ofRole(name);
            case "policy" -> HistoryFilter.ofPolicy(name);
            default -> HistoryFilter.of(subjects.resolve(SubjectId.user(name)));
        };
    }

    private boolean isUnknown(HistoryFilter about, Caller caller) {
        FindHistory any = new FindHistory(about, true, 1, Optional.empty());
        return gateway.ask(any, ResponseTypes.instanceOf(HistoryPage.class), caller)
                .items()
                .isEmpty();
    }
}
