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
 * @param policy the id of the policy that they are about
 * @param role the name of the role that they are about
 * @param by the id of whoever caused them
 */
public record HistoryFilter(
        Optional<When> from,
        Optional<When> to,
        Optional<String> type,
        Optional<SubjectId> subject,
        Optional<String> policy,
        Optional<String> role,
        Optional<String> by) {

    /** Every event. */
    public static HistoryFilter all() {
        return about(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** What happened to a subject, at every time. */
    public static HistoryFilter of(SubjectId subject) {
        return about(Optional.of(subject), Optional.empty(), Optional.empty());
    }

    /** What a policy said, at every time. */
    public static HistoryFilter ofPolicy(String id) {
        return about(Optional.empty(), Optional.of(id), Optional.empty());
    }

    /** What a role itself said, at every time. */
    public static HistoryFilter ofRole(String name) {
        return about(Optional.empty(), Optional.empty(), Optional.of(name));
    }

    /** Whether no moment can lie in its time; told where both ends are named alike. */
    boolean endsBeforeItBegins() {
        return from.flatMap(When::instant)
                        .flatMap(start -> to.flatMap(When::instant).map(end -> !start.isBefore(end)))
                        .orElse(false)
                || from.flatMap(When::position)
                        .flatMap(start -> to.flatMap(When::position).map(end -> start >= end))
                        .orElse(false);
    }

    private static HistoryFilter about(Optional<SubjectId> subject, Optional<String> policy, Optional<String> role) {
        return new HistoryFilter(
                Optional.empty(), Optional.empty(), Optional.empty(), subject, policy, role, Optional.empty());
    }
}
