package org.mandate.authorization.change;

import java.util.Optional;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.history.When;

/**
 * The recorded events, oldest first. Answers {@link HistoryPage}.
 * @param from the first moment that counts
 * @param to the moment before which they end
 * @param type the name of one kind of event
 * @param subject whom they are about: what a user did to an account, what was given to a subject, what is known of it
 * @param after the position that the page follows
 */
public record FindHistory(
        Optional<When> from,
        Optional<When> to,
        Optional<String> type,
        Optional<SubjectId> subject,
        int limit,
        Optional<Long> after) {}
