package org.mandate.authorization.change;

import java.util.ArrayList;
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

/** Answers the recorded events themselves, each with what it changed. */
@Component
final class HistoryQueries {

    private static final int BATCH = 2_000;
    private static final int MOST_LOOKED_AT = 20_000;

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
        PastEvents.Filter filter =
                query.after().map(place -> filter(query).behind(place)).orElseGet(() -> filter(query));
        return filter.by().isPresent() && filter.type().isPresent()
                ? both(filter.type().get(), filter.ofAnyType(), query.limit())
                : page(events.find(filter, query.limit() + 1), query.limit());
    }

    private PastEvents.Filter filter(FindHistory query) {
        HistoryFilter wanted = query.filter();
        wanted.type().filter(type -> !events.types().contains(type)).ifPresent(type -> {
            throw Vocabulary.invalid("type", "must be one of " + String.join(", ", events.types()));
        });
        if (wanted.endsBeforeItBegins()) {
            throw Vocabulary.invalid("to", "must be after `from`");
        }
        return new PastEvents.Filter(
                wanted.from().map(when -> before("from", when)).orElse(0L),
                Math.min(wanted.to().map(when -> before("to", when)).orElse(past.head()), past.head()),
                wanted.type(),
                streams(wanted),
                wanted.by(),
                query.newestFirst());
    }

    private HistoryPage page(List<History.Entry> found, int limit) {
        boolean cut = found.size() > limit;
        List<History.Entry> page = cut ? found.subList(0, limit) : found;
        return new HistoryPage(told(page), cut ? Optional.of(page.get(limit - 1).position()) : Optional.empty());
    }

    /**
     * What somebody did is found by an index, and so is what is of one kind, but not both at once: a page looks at so
     * much that somebody did and no more, and is short where it was of other kinds.
     */
    private HistoryPage both(String type, PastEvents.Filter filter, int limit) {
        List<History.Entry> found = new ArrayList<>();
        PastEvents.Filter rest = filter;
        for (int looked = 0; looked < MOST_LOOKED_AT; looked += BATCH) {
            List<History.Entry> batch = events.find(rest, BATCH);
            batch.stream()
                    .filter(entry -> Telling.type(entry.event()).equals(type))
                    .forEach(found::add);
            if (found.size() > limit || batch.size() < BATCH) {
                return page(found.subList(0, Math.min(found.size(), limit + 1)), limit);
            }
            rest = rest.behind(batch.get(BATCH - 1).position());
        }
        return new HistoryPage(told(found), Optional.of(filter.newestFirst() ? rest.upTo() + 1 : rest.after()));
    }

    /** The last position before the moment. */
    private long before(String field, When when) {
        Moment moment = moments.of(field, when);
        return when.position().isPresent()
                ? moment.position() - 1
                : past.positionAt(moment.instant().minusNanos(1));
    }

    /** Where what is asked for stands; empty for everywhere. */
    private static List<String> streams(HistoryFilter wanted) {
        if (wanted.subject().isPresent() && wanted.policy().isPresent()) {
            throw Vocabulary.invalid("policy", "cannot be asked for together with `subject`");
        }
        if (wanted.role().isPresent()
                && (wanted.subject().isPresent() || wanted.policy().isPresent())) {
            throw Vocabulary.invalid("role", "cannot be asked for together with `subject` or `policy`");
        }
        List<String> streams = new ArrayList<>();
        wanted.subject().map(HistoryQueries::streams).ifPresent(streams::addAll);
        wanted.policy().map(id -> "policy:" + id).ifPresent(streams::add);
        wanted.role().map(name -> "role:" + name).ifPresent(streams::add);
        return streams;
    }

    /** A user's account, what was given to a subject, and what is known of it: each has a stream of its own. */
    private static List<String> streams(SubjectId subject) {
        return subject.type().equals(SubjectId.USER)
                ? List.of("user:" + subject.id(), subject.stream())
                : List.of("entity:" + subject.type() + ":" + subject.id(), subject.stream());
    }

    private List<Told> told(List<History.Entry> entries) {
        return entries.stream().map(entry -> Telling.told(entry, past)).toList();
    }
}
