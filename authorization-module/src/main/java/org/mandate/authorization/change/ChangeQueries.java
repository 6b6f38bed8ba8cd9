package org.mandate.authorization.change;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.function.Function;
import org.axonframework.queryhandling.QueryHandler;
import org.mandate.authorization.Vocabulary;
import org.mandate.authorization.change.Walk.Made;
import org.mandate.authorization.facts.History;
import org.mandate.authorization.facts.PastChanges;
import org.mandate.authorization.facts.PastChanges.Version;
import org.mandate.authorization.facts.PastFacts;
import org.mandate.authorization.facts.RoleFacts;
import org.mandate.authorization.history.Effective;
import org.mandate.authorization.history.Moment;
import org.mandate.authorization.history.Moments;
import org.mandate.authorization.history.PastPlace;
import org.mandate.authorization.history.When;
import org.mandate.authorization.reach.GainAndLoss;
import org.springframework.stereotype.Component;

/** Answers what changed. What happened is found in the facts; the events are read only for what is answered. */
@Component
final class ChangeQueries {

    private final PastFacts past;
    private final PastChanges changes;
    private final PastEvents events;
    private final Moments moments;

    ChangeQueries(PastFacts past, PastChanges changes, PastEvents events, Moments moments) {
        this.past = past;
        this.changes = changes;
        this.events = events;
        this.moments = moments;
    }

    @QueryHandler
    Optional<ChangePage> handle(FindTimeline query) {
        if (!changes.known(query.subject())) {
            return Optional.empty();
        }
        Moment beginning = moments.of("from", When.position(0));
        Moment now = moments.of("to", When.NOW);
        List<Made> made = new Walk(past, changes, query.subject(), beginning, now).made();
        return Optional.of(page(now, made, false, query.limit(), query.after()));
    }

    @QueryHandler
    Optional<ChangePage> handle(FindRoleTimeline query) {
        List<Version<RoleFacts>> versions = changes.versions(query.role());
        if (versions.isEmpty()) {
            return Optional.empty();
        }
        Moment now = moments.of("to", When.NOW);
        List<Made> made = new ArrayList<>(new RoleWalk(past, changes, versions).made(now.position()));
        if (query.newestFirst()) {
            Collections.reverse(made);
        }
        return Optional.of(page(now, made, query.newestFirst(), query.limit(), query.after()));
    }

    @QueryHandler
    Optional<Difference> handle(FindDifference query) {
        Moment from = moments.of("from", query.from());
        Moment to = moments.of("to", query.to());
        if (to.position() < from.position() || to.instant().isBefore(from.instant())) {
            throw Vocabulary.invalid("to", "must not be before `from`");
        }
        if (!changes.known(query.subject())) {
            return Optional.empty();
        }
        NavigableSet<String> before = Effective.names(from.facts(), from.instant(), query.subject());
        NavigableSet<String> after = Effective.names(to.facts(), to.instant(), query.subject());
        GainAndLoss all = GainAndLoss.between(before, after);
        List<Made> made = new Walk(past, changes, query.subject(), from, to)
                .made().stream()
                        .filter(one -> one.gained().stream().anyMatch(all.gained()::contains)
                                || one.lost().stream().anyMatch(all.lost()::contains))
                        .toList();
        return Optional.of(new Difference(PastPlace.of(from), PastPlace.of(to), all.gained(), all.lost(), told(made)));
    }

    private ChangePage page(Moment now, List<Made> made, boolean newestFirst, int limit, Optional<String> after) {
        Comparator<String> order = newestFirst ? Comparator.reverseOrder() : Comparator.naturalOrder();
        List<Made> rest = after.map(last -> made.stream()
                        .filter(one -> order.compare(
                                        Change.key(one.step().at(), one.step().position()), last)
                                > 0)
                        .toList())
                .orElse(made);
        List<Change> items = told(rest.subList(0, Math.min(limit, rest.size())));
        return new ChangePage(
                now.position(),
                items,
                rest.size() > limit ? Optional.of(items.get(items.size() - 1).key()) : Optional.empty());
    }

    private List<Change> told(List<Made> made) {
        Map<Long, History.Entry> entries =
                entries(events, made.stream().map(one -> one.step().position()).toList());
        return made.stream()
                .map(one ->
                        change(one, Optional.ofNullable(entries.get(one.step().position()))))
                .toList();
    }

    static Map<Long, History.Entry> entries(PastEvents events, List<Long> positions) {
        Map<Long, History.Entry> entries = new HashMap<>();
        events.at(positions.stream().filter(position -> position > 0).toList())
                .forEach(entry -> entries.put(entry.position(), entry));
        return entries;
    }

    private static Change change(Made made, Optional<History.Entry> entry) {
        Function<Function<Object, String>, Optional<String>> of =
                words -> entry.map(History.Entry::event).map(words);
        return new Change(
                entry.map(History.Entry::position),
                made.step().at(),
                of.apply(Telling::type),
                of.apply(Telling::what).orElseGet(made.step()::words),
                entry.map(History.Entry::actor),
                entry.map(History.Entry::event).flatMap(Telling::reason),
                made.gained(),
                made.lost());
    }
}
