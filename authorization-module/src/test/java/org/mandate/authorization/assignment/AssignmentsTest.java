package org.mandate.authorization.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mandate.authorization.RefusedBy.refusedBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mandate.authorization.AccessRuleViolated;
import org.mandate.authorization.AccessRuleViolated.Rule;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.Terms;
import org.mandate.authorization.event.RoleAssigned;
import org.mandate.authorization.event.RoleRevoked;
import org.mandate.identity.MessageOrigin;

class AssignmentsTest {

    private static final SubjectId ALICE = SubjectId.user("alice-id");
    private static final Map<String, String> BY_ROOT = Map.of(MessageOrigin.ACTOR, "root-id");

    private final AggregateTestFixture<Assignments> assignments = new AggregateTestFixture<>(Assignments.class);

    @BeforeEach
    void numbersAssignments() {
        AssignmentIds ids = () -> "a9";
        assignments.registerInjectableResource(ids);
    }

    private static RoleAssigned assigned(String id, String role, Terms terms) {
        return TermsEvents.assigned(id, ALICE, role, terms, "root-id");
    }

    private static RoleRevoked revoked(String id, String role) {
        return new RoleRevoked(id, "user", "alice-id", role, null, "root-id");
    }

    private static Terms during(String from, String until) {
        return new Terms(
                Optional.of(Instant.parse(from)),
                Optional.of(Instant.parse(until)),
                List.of("::ffff:10.1.1.1/104", "192.168.0.1"),
                Optional.of(new Terms.Target("posts", "p1")),
                Optional.of("cover"));
    }

    @Nested
    class Assigning {

        @Test
        void statesTheGrantAndWhoGaveIt() {
            assignments
                    .givenNoPriorActivity()
                    .when(
                            new AssignRole(ALICE, "editor", during("2026-01-01T00:00:00Z", "2027-01-01T00:00:00Z")),
                            BY_ROOT)
                    .expectEvents(new RoleAssigned(
                            "a9",
                            "user",
                            "alice-id",
                            "editor",
                            Instant.parse("2026-01-01T00:00:00Z"),
                            Instant.parse("2027-01-01T00:00:00Z"),
                            List.of("10.0.0.0/8", "192.168.0.1/32"),
                            "posts",
                            "p1",
                            "cover",
                            "root-id"))
                    .expectResultMessagePayload(new AssignmentOutcome("a9", true));
        }

        @Test
        void answersWhatStandsOnEqualTerms() {
            var otherReason = new Terms(
                    Optional.empty(), Optional.empty(), List.of(), Optional.empty(), Optional.of("another reason"));

            assignments
                    .given(assigned("a1", "user", Terms.UNLIMITED), assigned("a2", "editor", Terms.UNLIMITED))
                    .when(new AssignRole(ALICE, "editor", otherReason), BY_ROOT)
                    .expectNoEvents()
                    .expectResultMessagePayload(new AssignmentOutcome("a2", false));
        }

        @Test
        void addsAnAssignmentOnOtherTerms() {
            Terms terms = during("2026-01-01T00:00:00Z", "2027-01-01T00:00:00Z");

            assignments
                    .given(assigned("a1", "editor", Terms.UNLIMITED))
                    .when(new AssignRole(ALICE, "editor", terms), BY_ROOT)
                    .expectEvents(assigned("a9", "editor", terms));
        }

        @Test
        void assignsAgainWhatWasRevoked() {
            assignments
                    .given(assigned("a1", "editor", Terms.UNLIMITED), revoked("a1", "editor"))
                    .when(new AssignRole(ALICE, "editor", Terms.UNLIMITED), BY_ROOT)
                    .expectEvents(assigned("a9", "editor", Terms.UNLIMITED));
        }

        @Test
        void rejectsAValidityThatEndsBeforeItBegins() {
            assignments
                    .givenNoPriorActivity()
                    .when(
                            new AssignRole(ALICE, "editor", during("2027-01-01T00:00:00Z", "2027-01-01T00:00:00Z")),
                            BY_ROOT)
                    .expectException(refusedBy(Rule.INVALID))
                    .expectNoEvents();
        }

        static Stream<AssignRole> malformed() {
            var longReason = new Terms(
                    Optional.empty(), Optional.empty(), List.of(), Optional.empty(), Optional.of("x".repeat(501)));
            return Stream.of(
                    new AssignRole(new SubjectId("us:er", "x"), "editor", Terms.UNLIMITED),
                    new AssignRole(new SubjectId("user", ""), "editor", Terms.UNLIMITED),
                    new AssignRole(new SubjectId("user", "a\u0007"), "editor", Terms.UNLIMITED),
                    new AssignRole(ALICE, "no role", Terms.UNLIMITED),
                    new AssignRole(ALICE, "editor", longReason));
        }

        @ParameterizedTest
        @MethodSource("malformed")
        void rejectsWhatIsMalformed(AssignRole command) {
            assignments
                    .givenNoPriorActivity()
                    .when(command, BY_ROOT)
                    .expectException(refusedBy(Rule.INVALID))
                    .expectNoEvents();
        }

        @Test
        void rejectsANetworkThatIsNone() {
            assertThatThrownBy(() -> new Terms(
                            Optional.empty(),
                            Optional.empty(),
                            List.of("example.org"),
                            Optional.empty(),
                            Optional.empty()))
                    .isInstanceOfSatisfying(AccessRuleViolated.class, refusal -> {
                        assertThat(refusal.rule()).isEqualTo(Rule.INVALID);
                    });
        }
    }

    @Nested
    class Revoking {

        @Test
        void endsAllThatStandWhereNoneIsNamed() {
            assignments
                    .given(
                            assigned("a1", "editor", Terms.UNLIMITED),
                            assigned("a2", "user", Terms.UNLIMITED),
                            assigned("a3", "editor", during("2026-01-01T00:00:00Z", "2027-01-01T00:00:00Z")))
                    .when(new RevokeRole(ALICE, "editor", Optional.empty(), Optional.of("left")), BY_ROOT)
                    .expectEvents(
                            new RoleRevoked("a1", "user", "alice-id", "editor", "left", "root-id"),
                            new RoleRevoked("a3", "user", "alice-id", "editor", "left", "root-id"))
                    .expectResultMessagePayload(List.of("a1", "a3"));
        }

        @Test
        void endsTheNamedOne() {
            assignments
                    .given(
                            assigned("a1", "editor", Terms.UNLIMITED),
                            assigned("a3", "editor", during("2026-01-01T00:00:00Z", "2027-01-01T00:00:00Z")))
                    .when(new RevokeRole(ALICE, "editor", Optional.of("a3"), Optional.empty()), BY_ROOT)
                    .expectEvents(revoked("a3", "editor"));
        }

        static Stream<RevokeRole> unknown() {
            return Stream.of(
                    new RevokeRole(ALICE, "user", Optional.empty(), Optional.empty()),
                    new RevokeRole(ALICE, "editor", Optional.of("a7"), Optional.empty()),
                    new RevokeRole(ALICE, "other", Optional.of("a1"), Optional.empty()));
        }

        @ParameterizedTest
        @MethodSource("unknown")
        void rejectsWhatDoesNotStand(RevokeRole command) {
            assignments
                    .given(assigned("a1", "editor", Terms.UNLIMITED))
                    .when(command, BY_ROOT)
                    .expectException(refusedBy(Rule.UNKNOWN_ASSIGNMENT))
                    .expectNoEvents();
        }

        @Test
        void rejectsASubjectThatNeverHeldAnything() {
            assignments
                    .givenNoPriorActivity()
                    .when(new RevokeRole(ALICE, "editor", Optional.empty(), Optional.empty()), BY_ROOT)
                    .expectException(refusedBy(Rule.UNKNOWN_ASSIGNMENT))
                    .expectNoEvents();
        }
    }
}
