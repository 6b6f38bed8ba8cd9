package org.mandate.http.history;

import java.util.Optional;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.change.HistoryFilter;
import org.mandate.authorization.history.When;
import org.mandate.http.problem.Problem;

/**
 * Which events are meant, and in which order, as the query of the request says it.
 * @param subject a user's id, or {@code type:id} for subjects and entities of other types
 * @param policy a policy's id
 * @param role a role's name
 * @param by the id of whoever caused them
 * @param order {@code oldest} first, unless {@code newest} is asked for
 */
record EventFilters(
        Optional<String> from,
        Optional<String> to,
        Optional<String> type,
        Optional<String> subject,
        Optional<String> policy,
        Optional<String> role,
        Optional<String> by,
        Optional<String> order) {

    HistoryFilter filter() {
        return new HistoryFilter(
                from.map(text -> When.parse("from", text)),
                to.map(text -> When.parse("to", text)),
                type,
                subject.map(EventFilters::subject),
                policy,
                role,
                by);
    }

    boolean newestFirst() {
        String asked = order.orElse("oldest");
        if (!asked.equals("oldest") && !asked.equals("newest")) {
            throw Problem.invalid("order", "must be `oldest` or `newest`, whichever comes first")
                    .found();
        }
        return asked.equals("newest");
    }

    private static SubjectId subject(String text) {
        int colon = text.indexOf(':');
        return colon < 0 ? SubjectId.user(text) : new SubjectId(text.substring(0, colon), text.substring(colon + 1));
    }
}
