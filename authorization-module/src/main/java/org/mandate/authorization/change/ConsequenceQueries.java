package org.mandate.authorization.change;

import java.util.List;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.mandate.authorization.facts.History;
import org.mandate.authorization.facts.PastFacts;
import org.mandate.authorization.reach.Reach;
import org.mandate.authorization.reach.Touched;
import org.springframework.stereotype.Component;

/** Answers what one recorded event did to people: everybody whom it concerned is judged before it and after it. */
@Component
final class ConsequenceQueries {

    private final PastFacts past;
    private final PastEvents events;

    ConsequenceQueries(PastFacts past, PastEvents events) {
        this.past = past;
        this.events = events;
    }

    @QueryHandler
    Optional<Consequences> handle(FindConsequences query) {
        if (query.position() < 1 || query.position() > past.head()) {
            return Optional.empty();
        }
        return events.at(List.of(query.position())).stream().findFirst().map(this::consequences);
    }

    private Consequences consequences(History.Entry entry) {
        Reach reach = Reach.of(
                past.at(entry.position() - 1),
                past.at(entry.position()),
                Touched.by(List.of(entry.event())),
                entry.at());
        return new Consequences(Telling.told(entry, past), reach);
    }
}
