package org.mandate.authorization.simulation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.Usernames;
import org.mandate.authorization.decision.AccessRequest;
import org.mandate.authorization.facts.Branches;
import org.mandate.authorization.facts.FactsStatus;
import org.mandate.authorization.facts.History;
import org.mandate.authorization.facts.PastChanges;
import org.mandate.authorization.facts.PastFacts;
import org.mandate.authorization.point.DecisionPoint.FactsNotReady;
import org.mandate.authorization.reproduction.JournalWalk;
import org.springframework.stereotype.Component;

/** What simulations are made of: the facts, the history, the journal and the names of users. */
@Component
record World(
        PastFacts past,
        PastChanges changes,
        Branches branches,
        FactsStatus status,
        History history,
        JournalWalk walk,
        Usernames usernames,
        Clock clock) {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    void awaitPosition(long position) {
        if (position > past.head() && !status.await(position, PATIENCE)) {
            throw new FactsNotReady("the facts did not reach position " + position + " in time");
        }
    }

    Instant now() {
        return clock.instant();
    }

    /** A name was recorded where a condition could speak of it then; a condition that is only supposed may ask for it now. */
    AccessRequest named(AccessRequest question, Trying trying) {
        boolean missing = trying.asksForNames()
                && question.username().isEmpty()
                && question.subject().type().equals(SubjectId.USER);
        return missing ? question.named(trying.name(question.subject().id(), usernames)) : question;
    }

    /** The names that one simulation has asked for. */
    static final class KnownNames {

        private static final int MOST = 100_000;

        private final Map<String, Optional<String>> names = new HashMap<>();

        Optional<String> of(String user, Usernames usernames) {
            if (names.size() >= MOST) {
                names.clear();
            }
            return names.computeIfAbsent(user, usernames::of);
        }
    }
}
