package org.mandate.authorization.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mandate.authorization.decision.Requirement.allOf;
import static org.mandate.authorization.decision.Requirement.anyOf;
import static org.mandate.authorization.decision.Requirement.lasting;
import static org.mandate.authorization.decision.Requirement.mayGrant;
import static org.mandate.authorization.decision.Requirement.permission;
import static org.mandate.authorization.decision.Requirement.role;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.Terms;
import org.mandate.authorization.decision.Explanation.Outcome;
import org.mandate.authorization.facts.Chronicle;

/** What is given on terms must be held for as long, and from as far. */
class PassingTest {

    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

    private final Chronicle chronicle = new Chronicle()
            .user("dee")
            .role("admin", List.of())
            .role("editor", List.of("posts:update"))
            .role("delegate", List.of("roles:assign"), "editor");

    @ParameterizedTest(name = "held until {0} from {1}, given until {2} from {3}: {4}")
    @CsvSource(textBlock = """
            , , , , true
            , , 2026-07-01, , true
            , , , 10.0.0.0/8, true
            2026-07-01, , , , false
            2026-07-01, , 2026-07-01, , true
            2026-07-01, , 2026-06-30, , true
            2026-07-01, , 2026-07-02, , false
            , 10.0.0.0/8, , , false
            , 10.0.0.0/8, , 10.1.0.0/16, true
            , 10.0.0.0/8, , 10.0.0.0/7, false
            , 10.0.0.0/8 10.0.0.0/9, , 10.1.0.0/16 10.2.0.0/16, true
            , 10.0.0.0/8, , 10.1.0.0/16 192.168.0.0/16, false
            2026-07-01, 10.0.0.0/8, 2026-07-01, 10.0.0.0/8, true
            2026-07-01, 10.0.0.0/8, 2026-07-01, , false
            2026-07-01, 10.0.0.0/8, , 10.0.0.0/8, false
            """)
    void mayBeGivenWithinTheLimitsOfWhatIsHeld(
            String heldUntil, String heldFrom, String givenUntil, String givenFrom, boolean expected) {
        chronicle.assign("a", "dee", "delegate", terms(heldUntil, heldFrom));

        Decision decision = decide(lasting(terms(givenUntil, givenFrom), delegation()));

        assertThat(decision.allowed()).isEqualTo(expected);
    }

    @Test
    void countsAnotherGrantThatHasNoLimits() {
        chronicle
                .assign("a", "dee", "delegate", terms("2026-07-01", null))
                .assign("b", "dee", "delegate", Terms.UNLIMITED);

        assertThat(decide(lasting(Terms.UNLIMITED, delegation())).allowed()).isTrue();
    }

    @Test
    void addsUpNoGrantsThatFollowOneAnother() {
        Terms later = new Terms(
                Optional.of(day("2026-06-01")),
                Optional.of(day("2026-08-01")),
                List.of(),
                Optional.empty(),
                Optional.empty());
        chronicle.assign("a", "dee", "delegate", terms("2026-07-01", null)).assign("b", "dee", "editor", later);

        assertThat(decide(lasting(terms("2026-08-01", null), mayGrant("editor")))
                        .allowed())
                .isTrue();
        assertThat(decide(lasting(terms("2026-08-01", null), delegation())).allowed())
                .isFalse();
    }

    @Test
    void holdsForAdministratorsToo() {
        chronicle.assign("a", "dee", "admin", terms("2026-07-01", null));

        assertThat(decide(lasting(Terms.UNLIMITED, role("admin"))).allowed()).isFalse();
        assertThat(decide(role("admin")).allowed()).isTrue();
    }

    @Test
    void namesTheLimitsWhereTheyAloneAreInTheWay() {
        chronicle.assign("a", "dee", "delegate", terms("2026-07-01", null));

        Decision limited = decide(lasting(terms(null, "10.0.0.0/8"), mayGrant("editor")));
        Decision lacking = decide(lasting(Terms.UNLIMITED, role("admin")));

        assertThat(limited.reasons())
                .extracting(Reason::detail)
                .containsExactly(
                        "one may give only what one holds; missing: `posts:update`",
                        "one's own grants are limited, and what one gives may neither outlast them nor hold from further"
                                + " away; given here: without an end, from 10.0.0.0/8");
        assertThat(lacking.reasons()).extracting(Reason::detail).containsExactly("the role is missing: `admin`");
        assertThat(decide(lasting(terms("2026-08-01", null), mayGrant("editor")))
                        .reasons())
                .extracting(Reason::detail)
                .anySatisfy(detail ->
                        assertThat(detail).endsWith("given here: until 2026-08-01T00:00:00Z, from everywhere"));
    }

    @Test
    void explainsWhatWouldHelp() {
        chronicle.assign("a", "dee", "delegate", terms("2026-07-01", null));

        Explanation explained = decide(lasting(Terms.UNLIMITED, permission("roles:assign")))
                .explanation()
                .orElseThrow();

        assertThat(explained.tree().outcome()).isEqualTo(Outcome.NOT_MET);
        assertThat(explained.toString())
                .contains(
                        "holds it for as long, and from as far, as it is given",
                        "is limited itself",
                        "if it were not limited in time or to networks",
                        "giving it with a `validUntil` and `networks` within those of one's own grants");
    }

    private static Requirement delegation() {
        return anyOf(role("admin"), allOf(permission("roles:assign"), mayGrant("editor")));
    }

    private static Terms terms(String until, String networks) {
        return new Terms(
                Optional.empty(),
                Optional.ofNullable(until).map(PassingTest::day),
                networks == null ? List.of() : List.of(networks.split(" ")),
                Optional.empty(),
                Optional.empty());
    }

    private static Instant day(String date) {
        return Instant.parse(date + "T00:00:00Z");
    }

    private Decision decide(Requirement requirement) {
        return Decider.decide(
                chronicle.facts(),
                new AccessRequest(
                        SubjectId.user("dee"),
                        Map.of(),
                        Action.of("assign"),
                        Resource.of("roles", "editor"),
                        Map.of(),
                        requirement,
                        Optional.empty(),
                        Optional.of("10.1.2.3")),
                NOON);
    }
}
