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

    /** What is known of a post, and names a user by id. */
    private static final String AUTHOR = "attributes.authorId";

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
                told.alterations().stream()
                        .map(one -> one.member().equals(AUTHOR) ? named(one, names) : one)
                        .toList());
    }

    private static Alteration named(Alteration author, Names names) {
        return new Alteration(
                author.member(),
                author.before().stream().map(names::of).toList(),
                author.after().stream().map(names::of).toList());
    }

    /** The ids of the users whom it names. */
    static Stream<String> users(Told told) {
        return Stream.of(
                        Stream.of(told.by()).filter(by -> !by.equals(MessageOrigin.SYSTEM)),
                        told.about().filter(one -> one.type().equals(SubjectId.USER)).map(SubjectId::id).stream(),
                        told.alterations().stream()
                                .filter(one -> one.member().equals(AUTHOR))
                                .flatMap(one -> Stream.concat(one.before().stream(), one.after().stream())))
                .flatMap(ids -> ids);
    }
}
