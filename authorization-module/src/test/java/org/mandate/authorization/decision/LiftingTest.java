package org.mandate.authorization.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mandate.authorization.decision.Requirement.mayLift;
import static org.mandate.authorization.decision.Requirement.mayReduce;
import static org.mandate.authorization.decision.Requirement.mayRelax;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.Terms;
import org.mandate.authorization.facts.Chronicle;

/** Whoever takes off somebody what a policy denies gives them that. */
class LiftingTest {

    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

    private final Chronicle chronicle = new Chronicle()
            .user("dee")
            .role("admin", List.of())
            .role("suspended", List.of())
            .role("barred", List.of())
            .role("carrier", List.of(), "suspended", "barred")
            .role("harmless", List.of())
            .role("one", List.of("esc:a"))
            .role("all", List.of("esc:*"))
            .deny("deny-esc", "esc", "*", List.of("suspended"), null)
            .allow("allow-esc", "esc", "*", List.of("harmless"), null);

    @Test
    void asksForAllThatThePolicyDenies() {
        chronicle.assign("a", "dee", "one");

        Decision decision = decide(mayLift("suspended"));

        assertThat(decision.allowed()).isFalse();
        assertThat(decision.reasons())
                .extracting(Reason::detail)
                .containsExactly("policy `deny-esc` denies holders of `suspended` what the subject may not do without"
                        + " limits; missing: `esc:*`");
        chronicle.assign("b", "dee", "all");
        assertThat(decide(mayLift("suspended")).allowed()).isTrue();
    }

    @Test
    void asksForTheActionsThatThePolicyNames() {
        chronicle.role("muted", List.of()).deny("deny-a", "esc", "a", List.of("muted"), "false");

        assertThat(decide(mayLift("muted")).allowed()).isFalse();
        chronicle.assign("a", "dee", "one");
        assertThat(decide(mayLift("muted")).allowed()).isTrue();
    }

    @Test
    void isNotForThoseWhomThePolicyDeniesItToo() {
        chronicle.assign("a", "dee", "all").assign("b", "dee", "carrier");

        assertThat(decide(mayLift("suspended")).reasons())
                .extracting(Reason::detail)
                .containsExactly("policy `deny-esc` denies holders of `suspended` what it denies the subject too");
    }

    @ParameterizedTest
    @ValueSource(strings = {"elsewhere", "later", "one resource"})
    void isNotForThoseWhomItDeniesSomethingOnTerms(String how) {
        Terms terms = switch (how) {
            case "elsewhere" -> terms(null, null, "192.168.0.0/16", null);
            case "later" -> terms("2026-07-01T00:00:00Z", null, null, null);
            default -> terms(null, null, null, new Terms.Target("esc", "1"));
        };
        chronicle.assign("a", "dee", "all").assign("b", "dee", "suspended", terms);

        assertThat(decide(mayLift("suspended")).allowed()).isFalse();
    }

    @Test
    void forgetsADenialThatIsOver() {
        chronicle
                .assign("a", "dee", "all")
                .assign("b", "dee", "suspended", terms(null, "2026-05-01T00:00:00Z", null, null));

        assertThat(decide(mayLift("suspended")).allowed()).isTrue();
    }

    @Test
    void isForAdministratorsWithoutLimitsEvenUnderThePolicy() {
        chronicle.assign("a", "dee", "admin", terms(null, "2027-01-01T00:00:00Z", null, null));
        assertThat(decide(mayLift("suspended")).allowed()).isFalse();
        assertThat(decide(mayRelax("deny-esc")).allowed()).isFalse();

        chronicle.assign("b", "dee", "admin").assign("c", "dee", "suspended");

        assertThat(decide(mayLift("suspended")).allowed()).isTrue();
        assertThat(decide(mayRelax("deny-esc")).allowed()).isTrue();
    }

    @Test
    void countsNoGrantWithLimits() {
        chronicle.assign("a", "dee", "all", terms(null, "2027-01-01T00:00:00Z", null, null));

        assertThat(decide(mayLift("suspended")).allowed()).isFalse();
    }

    @Test
    void reachesWhatTheRoleInherits() {
        assertThat(decide(mayLift("carrier")).allowed()).isFalse();
        assertThat(decide(mayLift("harmless")).allowed()).isTrue();
        assertThat(decide(mayLift("nobody")).allowed()).isTrue();
    }

    @Test
    void comparesWhatARoleWasWithWhatItIsReducedTo() {
        assertThat(decide(mayReduce("carrier", List.of("suspended"))).allowed()).isTrue();
        assertThat(decide(mayReduce("carrier", List.of("barred"))).allowed()).isFalse();
        assertThat(decide(mayReduce("carrier", List.of())).allowed()).isFalse();
        assertThat(decide(mayReduce("suspended", List.of())).allowed()).isTrue();
        assertThat(decide(mayReduce("nobody", List.of())).allowed()).isTrue();
    }

    @Test
    void relaxesWhateverDoesNotDeny() {
        chronicle.deny("deny-all", "esc", "a", List.of(), null);

        assertThat(decide(mayRelax("allow-esc")).allowed()).isTrue();
        assertThat(decide(mayRelax("nothing")).allowed()).isTrue();
        assertThat(decide(mayRelax("deny-all")).reasons())
                .extracting(Reason::detail)
                .containsExactly("policy `deny-all` denies everybody what it denies the subject too");
    }

    private static Terms terms(String from, String until, String network, Terms.Target target) {
        return new Terms(
                Optional.ofNullable(from).map(Instant::parse),
                Optional.ofNullable(until).map(Instant::parse),
                network == null ? List.of() : List.of(network),
                Optional.ofNullable(target),
                Optional.empty());
    }

    private Decision decide(Requirement requirement) {
        return Decider.decide(
                chronicle.facts(),
                new AccessRequest(
                        SubjectId.user("dee"),
                        Map.of(),
                        Action.of("revoke"),
                        Resource.of("roles", "suspended"),
                        Map.of(),
                        requirement,
                        Optional.empty(),
                        Optional.of("10.1.2.3")),
                NOON);
    }
}
