package org.mandate.console.overview;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.change.FindHistory;
import org.mandate.authorization.change.HistoryFilter;
import org.mandate.authorization.change.HistoryPage;
import org.mandate.authorization.change.HistoryPage.Told;
import org.mandate.console.KnownNames;
import org.mandate.console.Sentence;
import org.mandate.enforcement.Caller;
import org.mandate.enforcement.Gateway;
import org.mandate.identity.MessageOrigin;
import org.mandate.oversight.Names;
import org.springframework.stereotype.Component;

/** The end of the administrative history, newest first. */
@Component
class NewestChanges {

    private static final int SHOWN = 8;

    private final Gateway gateway;
    private final KnownNames known;

    NewestChanges(Gateway gateway, KnownNames known) {
        this.gateway = gateway;
        this.known = known;
    }

    /**
     * A change as a row.
     * @param position where it stands in the history
     * @param by who did it; empty for the system
     * @param about to whom it was done, as id and name; empty where that is nobody
     */
    record Row(
            long position,
            Instant at,
            String what,
            String by,
            String byName,
            String about,
            String aboutName,
            String reason) {

        static Row of(Told told, Names names) {
            String by = told.by().equals(MessageOrigin.SYSTEM) ? "" : told.by();
            String about = user(told).orElse("");
            return new Row(
                    told.position(),
                    told.at(),
                    Sentence.of(names.in(told.what())),
                    by,
                    names.of(by),
                    about,
                    names.of(about),
                    told.reason().orElse(""));
        }
    }

    List<Row> find(Caller caller) {
        FindHistory query = new FindHistory(HistoryFilter.all(), true, SHOWN, Optional.empty());
        if (!gateway.wouldAdmit(query, caller)) {
            return List.of();
        }
        List<Told> told = gateway.ask(query, ResponseTypes.instanceOf(HistoryPage.class), caller)
                .items();
        List<String> users = told.stream()
                .flatMap(one -> Stream.concat(Stream.of(one.by()), user(one).stream()))
                .toList();
        Names names = known.of(users, caller);
        return told.stream().map(one -> Row.of(one, names)).toList();
    }

    private static Optional<String> user(Told told) {
        return told.about()
                .filter(subject -> subject.type().equals(SubjectId.USER))
                .map(SubjectId::id);
    }
}
