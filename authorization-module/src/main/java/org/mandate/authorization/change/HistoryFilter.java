package org.mandate.authorization.change;

import java.util.Optional;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.history.When;

/**
 * Which recorded events are meant.
 * @param from the first moment that counts
 * @param to the moment before which they end
 * @param type the name of one kind of event
 * @param subject whom they are about: what a user did to an account, what was given to a subject, what is known of it
 * @param by the id of whoever caused them
 */
public record HistoryFilter(
        Optional<When> from,
        Optional<When> to,
        Optional<String> type,
        Optional<SubjectId> subject,
        Optional<String> by) {

    /** Every event of one kind. */
    public static HistoryFilter ofType(String type) {
        return new HistoryFilter(
                Optional.empty(), Optional.empty(), Optional.of(type), Optional.empty(), Optional.empty());
    }
}
