package org.mandate.authorization.change;

import java.util.List;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.Vocabulary;
import org.mandate.authorization.change.HistoryPage.Told;
import org.mandate.authorization.facts.History;
import org.mandate.authorization.facts.PastFacts;
import org.mandate.authorization.history.Moment;
import org.mandate.authorization.history.Moments;
import org.mandate.authorization.history.When;
import org.springframework.stereotype.Component;

/** Answers the recorded events themselves. */
@Component
final class HistoryQueries {

    private final PastFacts past;
    private final PastEvents events;
    private final Moments moments;

    HistoryQueries(PastFacts past, PastEvents events, Moments moments) {
        this.past = past;
        this.events = events;
        this.moments = moments;
    }

    @QueryHandler
    HistoryPage handle(FindHistory query) {
        query.type().filter(type -> !events.types().contains(type)).ifPresent(type -> {
            throw Vocabulary.invalid("type", "must be one of " + String.join(", ", events.types()));
        });
        long first = query.from().map(when -> before("from", when)).orElse(0L);
        long last = query.to().map(when -> before("to", when)).orElse(past.head());
        PastEvents.Filter filter = new PastEvents.Filter(
                Math.max(first, query.after().orElse(0L)),
                Math.min(last, past.head()),
                query.type(),
                query.subject().map(HistoryQueries::streams).orElse(List.of()));
        List<Told> found = events.find(filter, query.limit() + 1).stream()
                .map(HistoryQueries::told)
                .toList();
        boolean cut = found.size() > query.limit();
        List<Told> page = cut ? found.subList(0, query.limit()) : found;
        return new HistoryPage(page, cut ? Optional.of(page.get(page.size() - 1).position()) : Optional.empty());
    }

    /** The last position before the moment. */
    private long before(String field, When when) {
        Moment moment = moments.of(field, when);
        return when.position().isPresent()
                ? moment.position() - 1
                : past.positionAt(moment.instant().minusNanos(1));
    }

    /** A user's account, what was given to a subject, and what is known of it: each has a stream of its own. */
    private static List<String> streams(SubjectId subject) {
        return subject.type().equals(SubjectId.USER)
                ? List.of("user:" + subject.id(), subject.stream())
                : List.of("entity:" + subject.type() + ":" + subject.id(), subject.stream());
    }

    private static Told told(History.Entry entry) {
        return new Told(
                entry.position(),
                entry.at(),
                Telling.type(entry.event()),
                Telling.what(entry.event()),
                entry.actor(),
                Telling.reason(entry.event()),
                entry.event());
    }
}
