package org.mandate.authorization.change;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.axonframework.queryhandling.QueryHandler;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.change.Walk.Made;
import org.mandate.authorization.decision.Resource;
import org.mandate.authorization.event.EntityEvent;
import org.mandate.authorization.facts.Facts;
import org.mandate.authorization.facts.History;
import org.mandate.authorization.facts.PastFacts;
import org.mandate.authorization.history.Effective;
import org.mandate.authorization.simulation.Reach;
import org.mandate.authorization.simulation.Reach.Difference;
import org.springframework.stereotype.Component;

/** Answers what one recorded event did to people: everybody whom it concerned is judged before it and after it. */
@Component
final class ConsequenceQueries {

    private static final int MOST_LISTED = 1_000;
    private static final int MOST_LOOKED_AT = 20_000;
    private static final int MOST_CONDITIONS = 500_000;
    private static final Comparator<SubjectId> ORDER =
            Comparator.comparing(SubjectId::type).thenComparing(SubjectId::id);

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
        Facts before = past.at(entry.position() - 1);
        Facts after = past.at(entry.position());
        Set<SubjectId> concerned = new Concerned(before, after).by(entry.event());
        List<SubjectId> looked =
                concerned.stream().sorted(ORDER).limit(mostLookedAt(after)).toList();
        Comparison comparison = new Comparison(before, after, entry);
        looked.forEach(comparison::note);
        return new Consequences(Telling.told(entry, past), comparison.reach(), looked.size(), concerned.size());
    }

    /** Each is judged by every policy, so the more policies there are, the fewer are looked at. */
    private static int mostLookedAt(Facts facts) {
        return Math.min(MOST_LOOKED_AT, MOST_CONDITIONS / (1 + facts.policies().size()));
    }

    private static final class Comparison {

        private final Facts before;
        private final Facts after;
        private final History.Entry entry;
        private final List<Difference> gain = new ArrayList<>();
        private final List<Difference> lose = new ArrayList<>();

        Comparison(Facts before, Facts after, History.Entry entry) {
            this.before = before;
            this.after = after;
            this.entry = entry;
        }

        void note(SubjectId subject) {
            Instant instant = entry.at();
            Made made = Made.between(
                    Step.event(entry.position(), instant, true),
                    Effective.names(before, instant, subject),
                    Effective.names(after, instant, subject));
            if (entry.event() instanceof EntityEvent entity && EntityEffects.matter(after, entity.entityType())) {
                EntityEffects.add(made, subject, Resource.of(entity.entityType(), entity.entityId()), before, after);
            }
            if (!made.gained().isEmpty()) {
                gain.add(new Difference(subject, List.copyOf(made.gained())));
            }
            if (!made.lost().isEmpty()) {
                lose.add(new Difference(subject, List.copyOf(made.lost())));
            }
        }

        Reach reach() {
            return new Reach(first(gain), first(lose), gain.size(), lose.size());
        }

        private static List<Difference> first(List<Difference> differences) {
            return List.copyOf(differences.subList(0, Math.min(MOST_LISTED, differences.size())));
        }
    }
}
