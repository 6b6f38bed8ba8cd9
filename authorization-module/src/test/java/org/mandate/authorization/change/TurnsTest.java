package org.mandate.authorization.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.change.Turns.Turn;
import org.mandate.authorization.decision.AccessRequest;
import org.mandate.authorization.decision.Action;
import org.mandate.authorization.decision.Requirement;
import org.mandate.authorization.decision.Resource;
import org.mandate.authorization.facts.Chronicle;
import org.mandate.authorization.facts.PastFacts;
import org.mandate.authorization.history.Moment;

class TurnsTest {

    private final Chronicle chronicle = new Chronicle().user("ann");
    private final AccessRequest request = new AccessRequest(
            SubjectId.user("ann"),
            Map.of(),
            Action.of("open"),
            Resource.of("doors", "front"),
            Map.of(),
            Requirement.may("open"),
            Optional.empty(),
            Optional.empty());

    @Test
    void seeksTheTurnThatTimeAloneMade() {
        chronicle.allow("late", "doors", "open", List.of(), "context.now.getHours() >= 17");

        Turns turns = turns(Instant.parse("2026-03-01T20:00:00Z"));

        assertThat(turns.complete()).isFalse();
        assertThat(turns.all())
                .extracting(turn -> turn.step().at(), Turn::allowed)
                .containsExactly(tuple(Instant.parse("2026-03-01T17:00:00Z"), true));
    }

    @Test
    void looksAtTheInstantsThatConditionsName() {
        chronicle.allow(
                "once",
                "doors",
                "open",
                List.of(),
                "context.now >= timestamp('2026-03-01T10:00:00Z') && context.now < timestamp(\"2026-03-01T11:00:00Z\")");

        assertThat(turns(Instant.parse("2026-03-02T00:00:00Z")).all())
                .extracting(turn -> turn.step().at().toString() + " " + turn.allowed())
                .containsExactly("2026-03-01T10:00:00Z true", "2026-03-01T11:00:00Z false");
    }

    @Test
    void isCompleteWhereNoConditionLooksAtTheTime() {
        chronicle
                .role("porter", List.of("doors:open"))
                .assign("a1", "ann", "porter")
                .revoke("a1", "ann", "porter");

        Turns turns = turns(Instant.parse("2026-03-02T00:00:00Z"));

        assertThat(turns.complete()).isTrue();
        assertThat(turns.initially()).isFalse();
        assertThat(turns.all()).extracting(turn -> turn.step().position()).containsExactly(3L, 4L);
    }

    private Turns turns(Instant until) {
        PastFacts past = chronicle.past();
        return new Turns(
                past,
                chronicle.changes(),
                (asked, facts) -> asked,
                request,
                new Moment(past.at(0), Chronicle.BEGAN),
                new Moment(past.at(past.head()), until));
    }
}
