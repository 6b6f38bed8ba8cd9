package org.mandate.authorization.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mandate.authorization.RefusedBy.refusedBy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mandate.authorization.AccessRuleViolated;
import org.mandate.authorization.AccessRuleViolated.Rule;
import org.mandate.authorization.Upon;
import org.mandate.authorization.event.PolicyChanged;
import org.mandate.authorization.event.PolicyDefined;
import org.mandate.authorization.event.PolicyRetired;

class PolicyTest {

    private final AggregateTestFixture<Policy> policy = new AggregateTestFixture<>(Policy.class);

    private static PutPolicy put(String effect, String type, List<String> actions, List<String> roles) {
        return new PutPolicy("p1", "Some rule", effect, type, actions, roles, Optional.of("context.ip != ''"));
    }

    private static PutPolicy put(String condition) {
        return new PutPolicy("p1", "", "allow", "*", List.of("*"), List.of(), Optional.of(condition));
    }

    private static PolicyDefined defined() {
        return new PolicyDefined(
                "p1", "Some rule", "allow", "orders", List.of("read", "ship"), List.of("clerk"), "context.ip != ''");
    }

    @Test
    void definesAPolicyThatIsNew() {
        policy.givenNoPriorActivity()
                .when(put("allow", "orders", List.of("ship", "read", "ship"), List.of("clerk")))
                .expectResultMessagePayload(true)
                .expectEvents(defined());
    }

    @Test
    void changesAPolicyThatStands() {
        policy.given(defined())
                .when(put("deny", "*", List.of("*"), List.of()))
                .expectResultMessagePayload(false)
                .expectEvents(
                        new PolicyChanged("p1", "Some rule", "deny", "*", List.of("*"), List.of(), "context.ip != ''"));
    }

    @Test
    void leavesAPolicyThatIsSoAlready() {
        policy.given(defined())
                .when(put("allow", "orders", List.of("ship", "read"), List.of("clerk")))
                .expectResultMessagePayload(false)
                .expectNoEvents();
    }

    private static PutPolicy upon(Upon<PolicyView> upon) {
        return new PutPolicy("p1", "Other", "deny", "*", List.of("*"), List.of(), Optional.empty(), upon);
    }

    private static Upon<PolicyView> asRead(String description) {
        return Upon.exactly(new PolicyView(
                "p1",
                description,
                "allow",
                "orders",
                List.of("read", "ship"),
                List.of("clerk"),
                Optional.of("context.ip != ''")));
    }

    @Test
    void changesAPolicyUponWhatWasRead() {
        policy.given(defined())
                .when(upon(asRead("Some rule")))
                .expectEvents(new PolicyChanged("p1", "Other", "deny", "*", List.of("*"), List.of(), null));
    }

    @Test
    void rejectsAChangeUponWhatStandsNoLonger() {
        policy.given(defined()).when(upon(asRead("An older rule"))).expectException(refusedBy(Rule.STALE));
        policy.given(defined(), new PolicyRetired("p1"))
                .when(upon(asRead("Some rule")))
                .expectException(refusedBy(Rule.STALE));
    }

    @Test
    void changesAPolicyUponOneOfTheTagsThatWereRead() {
        String tag = new PolicyView(
                        "p1",
                        "Some rule",
                        "allow",
                        "orders",
                        List.of("ship", "read"),
                        List.of("clerk"),
                        Optional.of("context.ip != ''"))
                .tag();

        policy.given(defined()).when(upon(Upon.tagged(Set.of("other")))).expectException(refusedBy(Rule.STALE));
        policy.given(defined())
                .when(upon(Upon.tagged(Set.of("other", tag))))
                .expectEvents(new PolicyChanged("p1", "Other", "deny", "*", List.of("*"), List.of(), null));
    }

    @Test
    void changesOnlyAPolicyThatStandsWhereThatIsAskedFor() {
        policy.givenNoPriorActivity().when(upon(Upon.something())).expectException(refusedBy(Rule.STALE));
        policy.given(defined())
                .when(upon(Upon.something()))
                .expectEvents(new PolicyChanged("p1", "Other", "deny", "*", List.of("*"), List.of(), null));
    }

    @Test
    void rejectsDefiningWhatStandsAlready() {
        policy.given(defined()).when(upon(Upon.nothing())).expectException(refusedBy(Rule.POLICY_EXISTS));
    }

    @Test
    void retiresAPolicyAndDefinesItAgain() {
        policy.given(defined()).when(new RetirePolicy("p1")).expectEvents(new PolicyRetired("p1"));
        policy.given(defined(), new PolicyRetired("p1"))
                .when(put("allow", "orders", List.of("read", "ship"), List.of("clerk")))
                .expectResultMessagePayload(true)
                .expectEvents(defined());
    }

    @Test
    void retiresAPolicyUponWhatWasReadAndNothingElse() {
        policy.given(defined())
                .when(new RetirePolicy("p1", asRead("An older rule")))
                .expectException(refusedBy(Rule.STALE));
        policy.given(defined())
                .when(new RetirePolicy("p1", asRead("Some rule")))
                .expectEvents(new PolicyRetired("p1"));
    }

    @Test
    void rejectsRetiringWhatDoesNotStand() {
        policy.givenNoPriorActivity().when(new RetirePolicy("p1")).expectException(refusedBy(Rule.UNKNOWN_POLICY));
        policy.given(defined(), new PolicyRetired("p1"))
                .when(new RetirePolicy("p1"))
                .expectException(refusedBy(Rule.UNKNOWN_POLICY));
    }

    static Stream<PutPolicy> refused() {
        return Stream.of(
                put("permit", "orders", List.of("read"), List.of()),
                put("deny", "policies", List.of("*"), List.of()),
                put("deny", "or:ders", List.of("*"), List.of()),
                put("allow", "orders", List.of(), List.of()),
                put("allow", "orders", List.of("*", "read"), List.of()),
                put("allow", "orders", List.of("re ad"), List.of()),
                put("allow", "orders", List.of("read"), List.of("no role")),
                new PutPolicy("p 1", "", "allow", "*", List.of("*"), List.of(), Optional.empty()),
                new PutPolicy("p1", "x".repeat(501), "allow", "*", List.of("*"), List.of(), Optional.empty()),
                put("x".repeat(2_001)),
                put("1 + 1"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void rejectsWhatIsNoPolicy(PutPolicy command) {
        policy.givenNoPriorActivity().when(command).expectException(refusedBy(Rule.INVALID));
    }

    @Test
    void saysWhereAConditionFails() {
        assertThatThrownBy(() -> PolicyRules.requireCondition("condition", "true &&\n  nobody.knows"))
                .isInstanceOfSatisfying(
                        AccessRuleViolated.class,
                        refusal -> assertThat(refusal.field()).isEqualTo("condition"))
                .hasMessageMatching("line 2, column [0-9]+: .+");
    }
}
