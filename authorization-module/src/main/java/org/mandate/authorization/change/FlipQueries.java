package org.mandate.authorization.change;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.mandate.authorization.Vocabulary;
import org.mandate.authorization.change.Flips.Flip;
import org.mandate.authorization.change.Turns.Turn;
import org.mandate.authorization.facts.History;
import org.mandate.authorization.facts.PastChanges;
import org.mandate.authorization.facts.PastFacts;
import org.mandate.authorization.history.Moment;
import org.mandate.authorization.history.Moments;
import org.mandate.authorization.history.PastPlace;
import org.mandate.authorization.history.When;
import org.mandate.authorization.point.Naming;
import org.springframework.stereotype.Component;

/** Answers when an answer turned. */
@Component
final class FlipQueries {

    private final PastFacts past;
    private final PastChanges changes;
    private final PastEvents events;
    private final Moments moments;
    private final Naming naming;

    FlipQueries(PastFacts past, PastChanges changes, PastEvents events, Moments moments, Naming naming) {
        this.past = past;
        this.changes = changes;
        this.events = events;
        this.moments = moments;
        this.naming = naming;
    }

    @QueryHandler
    Flips handle(FindFlips query) {
        Moment from = moments.of("from", query.from().orElse(When.position(0)));
        Moment to = moments.of("to", query.to());
        if (to.position() < from.position() || to.instant().isBefore(from.instant())) {
            throw Vocabulary.invalid("to", "must not be before `from`");
        }
        Turns turns = new Turns(past, changes, naming, query.question().request(), from, to);
        List<Turn> rest = turns.all().stream()
                .filter(turn -> query.after()
                        .map(last -> Change.key(turn.step().at(), turn.step().position())
                                        .compareTo(last)
                                > 0)
                        .orElse(true))
                .toList();
        List<Flip> items = told(rest.subList(0, Math.min(query.limit(), rest.size())));
        return new Flips(
                PastPlace.of(from),
                PastPlace.of(to),
                turns.initially(),
                turns.complete(),
                items,
                rest.size() > query.limit()
                        ? Optional.of(items.get(items.size() - 1).key())
                        : Optional.empty());
    }

    private List<Flip> told(List<Turn> turns) {
        Map<Long, History.Entry> entries = ChangeQueries.entries(
                events, turns.stream().map(turn -> turn.step().position()).toList());
        return turns.stream()
                .map(turn ->
                        flip(turn, Optional.ofNullable(entries.get(turn.step().position()))))
                .toList();
    }

    private static Flip flip(Turn turn, Optional<History.Entry> entry) {
        Optional<Object> event = entry.map(History.Entry::event);
        return new Flip(
                turn.step().at(),
                turn.allowed(),
                entry.map(History.Entry::position),
                event.map(Telling::type),
                event.map(Telling::what).orElseGet(turn.step()::words),
                entry.map(History.Entry::actor),
                event.flatMap(Telling::reason));
    }
}
