package org.mandate.authorization.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.decision.AccessCases;
import org.mandate.authorization.decision.AccessRequest;
import org.mandate.authorization.decision.Action;
import org.mandate.authorization.decision.Decider;
import org.mandate.authorization.decision.Decision;
import org.mandate.authorization.decision.Requirement;
import org.mandate.authorization.decision.Resource;
import org.mandate.authorization.facts.Chronicle;
import org.mandate.authorization.facts.PastFacts;
import org.mandate.identity.event.UserErased;

/** What was allowed stays what was allowed then, with the same reasons, whatever happens afterwards. */
class CasesInThePastTest {

    private final Chronicle chronicle = AccessCases.world();
    private final long position = chronicle.position();
    private final Instant instant = chronicle.past().recordedAt(position);

    @ParameterizedTest(name = "{0} {1} {2}/{3}: {4} because {5}")
    @CsvSource(textBlock = AccessCases.TABLE)
    void areDecidedAsTheyWereDecidedThen(
            String user, String action, String type, String id, String expected, String reason) {
        AccessRequest request = new AccessRequest(
                SubjectId.user(user),
                Map.of(),
                Action.of(action),
                Resource.of(type, id),
                Map.of(),
                Requirement.may(action),
                Optional.empty(),
                Optional.empty());
        Decision decided = Decider.decide(chronicle.facts(), request, instant);
        everythingIsTurnedRound();

        PastFacts past = chronicle.past();
        Decision atPosition = Decider.decide(past.at(position), request, past.recordedAt(position));
        Decision atInstant = Decider.decide(past.at(past.positionAt(instant.plusSeconds(30))), request, instant);

        assertThat(decided.allowed()).isEqualTo(expected.equals("allow"));
        assertThat(atPosition).isEqualTo(decided);
        assertThat(atInstant).isEqualTo(decided);
        assertThat(Decider.decide(chronicle.facts(), request, instant).allowed())
                .isFalse();
    }

    private void everythingIsTurnedRound() {
        chronicle.deny("nothing-more", "*", "*", List.of(), null);
        for (String user : List.of("ann", "ed", "mo", "rita", "max", "root", "none")) {
            chronicle.then(new UserErased(user));
        }
    }
}
