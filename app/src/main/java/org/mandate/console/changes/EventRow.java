package org.mandate.console.changes;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.change.HistoryPage.Alteration;
import org.mandate.authorization.change.HistoryPage.Told;
import org.mandate.console.Sentence;
import org.mandate.identity.MessageOrigin;
import org.mandate.oversight.Names;

/**
 * An event of the history as a row.
 * @param by who did it; empty for the system
 * @param about id of the subject that it is about; empty where it is about none
 */
record EventRow(
        long position,
        Instant at,
        String type,
        String what,
        String by,
        String byName,
        String reason,
        String aboutType,
        String about,
        String aboutName,
        List<Alteration> alterations) {

    static EventRow of(Told told, Names names) {
        String by = told.by().equals(MessageOrigin.SYSTEM) ? "" : told.by();
        String about = told.about().map(SubjectId::id).orElse("");
        return new EventRow(
                told.position(),
                told.at(),
                told.type(),
                Sentence.begun(names.in(told.what())),
                by,
                names.of(by),
                told.reason().orElse(""),
                told.about().map(SubjectId::type).orElse(""),
                about,
                names.of(about),
                told.alterations());
    }

    /** The ids of the users whom it names. */
    static Stream<String> users(Told told) {
        return Stream.concat(
                Stream.of(told.by()).filter(by -> !by.equals(MessageOrigin.SYSTEM)),
                told.about().filter(one -> one.type().equals(SubjectId.USER)).map(SubjectId::id).stream());
    }
}
