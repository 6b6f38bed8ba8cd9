package org.mandate.authorization.change;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.axonframework.queryhandling.QueryHandler;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.facts.Facts;
import org.mandate.authorization.facts.PastChanges;
import org.mandate.authorization.facts.PastFacts;
import org.mandate.authorization.facts.RoleFacts;
import org.mandate.authorization.facts.Standing;
import org.mandate.authorization.history.Effective;
import org.mandate.authorization.history.FindPastAccess;
import org.mandate.authorization.history.Moment;
import org.mandate.authorization.history.Moments;
import org.mandate.authorization.history.PastAccess;
import org.mandate.authorization.history.PastAccess.HeldRole;
import org.mandate.authorization.history.PastPlace;
import org.springframework.stereotype.Component;

/** Answers what somebody held at a moment, with the changes that it came of. */
@Component
final class AccessQueries {

    private final PastFacts past;
    private final PastChanges changes;
    private final PastEvents events;
    private final Moments moments;

    AccessQueries(PastFacts past, PastChanges changes, PastEvents events, Moments moments) {
        this.past = past;
        this.changes = changes;
        this.events = events;
        this.moments = moments;
    }

    @QueryHandler
    Optional<PastAccess> handle(FindPastAccess query) {
        Moment moment = moments.of("at", query.at());
        return changes.known(query.subject()) ? Optional.of(access(moment, query.subject())) : Optional.empty();
    }

    private PastAccess access(Moment moment, SubjectId subject) {
        Facts facts = moment.facts();
        List<HeldRole> roles = Effective.valid(facts, moment.instant(), subject).stream()
                .map(assignment -> new HeldRole(
                        assignment,
                        facts.role(assignment.role()).map(RoleFacts::roles).orElse(Set.of()),
                        Began.since(assignment)))
                .toList();
        Beginnings beginnings = new Beginnings(past, changes, events, subject, moment);
        return new PastAccess(
                PastPlace.of(moment),
                roles,
                beginnings.told(Effective.sources(facts, moment.instant(), subject)),
                facts.standing(subject) == Standing.ACTIVE);
    }
}
