package org.mandate.authorization.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.Terms;
import org.mandate.authorization.decision.Reason.Kind;
import org.mandate.authorization.facts.Chronicle;

class DeciderTest {

    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

    private final Chronicle chronicle = AccessCases.world();

    @ParameterizedTest(name = "{0} {1} {2}/{3}: {4} because {5}")
    @CsvSource(textBlock = AccessCases.TABLE)
    void decidesByPermissionAndOwnership(
            String user, String action, String type, String id, String expected, String reason) {
        Decision decision = decide(user, action, type, id);

        assertThat(decision.allowed()).isEqualTo(expected.equals("allow"));
        assertThat(decision.reasons())
                .isNotEmpty()
                .allSatisfy(
                        one -> assertThat(one.kind().label()).isIn(reason, "owner".equals(reason) ? "role" : reason));
        assertThat(decision.position()).isEqualTo(chronicle.position());
    }

    @Test
    void deniesByDefault() {
        assertThat(decide("none", "x", "y", "z").reasons())
                .containsExactly(new Reason(Kind.DEFAULT, "y:x", "no valid assignment gives `y:x`"));
    }

    @Test
    void namesTheAssignmentTheRoleAndWhereItInheritsFrom() {
        assertThat(decide("ed", "read", "posts", "public").reasons())
                .containsExactly(new Reason(
                        Kind.ROLE,
                        "editor",
                        "assignment `a-ed` of role `editor`, by inheritance from `user`, gives `posts:read`"));
    }

    @Test
    void namesEveryAssignmentThatWouldHaveSufficed() {
        chronicle.assign("a-ann-2", "ann", "editor");

        assertThat(decide("ann", "read", "posts", "other").reasons())
                .extracting(Reason::name)
                .containsExactly("user", "editor");
    }

    @Test
    void givesTheSameAnswerForTheSameQuestion() {
        assertThat(decide("ed", "update", "posts", "draft")).isEqualTo(decide("ed", "update", "posts", "draft"));
    }

    @Test
    void keepsAColonInARequestFromShiftingTheBorderOfAPermission() {
        assertThat(decide("max", "read", "posts:x", "1").allowed()).isFalse();
        assertThat(decide("ann", "read:x", "posts", "1").allowed()).isFalse();
        assertThat(decide("ann", "", "posts:read", "1").allowed()).isFalse();
    }

    @Nested
    class WithTerms {

        @Test
        void judgesValidityByTheInstantFromInclusiveUntilExclusive() {
            grant(new Terms(
                    Optional.of(NOON),
                    Optional.of(NOON.plusSeconds(60)),
                    List.of(),
                    Optional.empty(),
                    Optional.empty()));

            assertThat(allowed(NOON.minusNanos(1), "", "p")).isFalse();
            assertThat(allowed(NOON, "", "p")).isTrue();
            assertThat(allowed(NOON.plusSeconds(60).minusNanos(1), "", "p")).isTrue();
            assertThat(allowed(NOON.plusSeconds(60), "", "p")).isFalse();
        }

        @Test
        void appliesANetworkBoundGrantOnlyFromThatNetwork() {
            grant(new Terms(
                    Optional.empty(),
                    Optional.empty(),
                    List.of("10.0.0.0/8", "2001:db8::/32"),
                    Optional.empty(),
                    Optional.empty()));

            assertThat(allowed(NOON, "10.1.2.3", "p")).isTrue();
            assertThat(allowed(NOON, "::ffff:10.1.2.3", "p")).isTrue();
            assertThat(allowed(NOON, "2001:db8::1", "p")).isTrue();
            assertThat(allowed(NOON, "11.0.0.1", "p")).isFalse();
            assertThat(allowed(NOON, "", "p")).isFalse();
            assertThat(allowed(NOON, "not an address", "p")).isFalse();
        }

        @Test
        void appliesAGrantForOneResourceToThatOneOnly() {
            grant(new Terms(
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    Optional.of(new Terms.Target("posts", "p")),
                    Optional.empty()));

            assertThat(allowed(NOON, "", "p")).isTrue();
            assertThat(allowed(NOON, "", "q")).isFalse();
        }

        @Test
        void letsAGrantForOneResourceAdministerNothing() {
            chronicle.assign(
                    "x",
                    "none",
                    "admin",
                    new Terms(
                            Optional.empty(),
                            Optional.empty(),
                            List.of(),
                            Optional.of(new Terms.Target("users", "u1")),
                            Optional.empty()));

            assertThat(decide("none", Requirement.role("admin"), Optional.empty())
                            .allowed())
                    .isFalse();
            assertThat(decide("none", Requirement.permission("audit:read"), Optional.empty())
                            .allowed())
                    .isFalse();
            assertThat(decide("none", "update", "users", "u1").allowed()).isTrue();
        }

        private void grant(Terms terms) {
            chronicle.assign("x", "none", "moderator", terms);
        }

        private boolean allowed(Instant at, String ip, String post) {
            return Decider.decide(
                            chronicle.facts(),
                            new AccessRequest(
                                    SubjectId.user("none"),
                                    Map.of(),
                                    Action.of("delete"),
                                    Resource.of("posts", post),
                                    Map.of(),
                                    Requirement.may("delete"),
                                    Optional.empty(),
                                    Optional.of(ip).filter(text -> !text.isEmpty())),
                            at)
                    .allowed();
        }
    }

    @Nested
    class WithRequirements {

        @Test
        void wantsARole() {
            assertThat(allows("ed", Requirement.role("editor"))).isTrue();
            assertThat(allows("ed", Requirement.role("user"))).isTrue();
            assertThat(allows("ed", Requirement.role("admin"))).isFalse();
            assertThat(allows("root", Requirement.role("admin"))).isTrue();
        }

        @Test
        void wantsAnyOrAllOfSeveralRoles() {
            assertThat(allows("mo", Requirement.anyRole("admin", "moderator"))).isTrue();
            assertThat(allows("ann", Requirement.anyRole("admin", "moderator"))).isFalse();
            assertThat(allows("ed", Requirement.allRoles("user", "editor"))).isTrue();
            assertThat(allows("ann", Requirement.allRoles("user", "editor"))).isFalse();
        }

        @Test
        void wantsPermissions() {
            assertThat(allows("ed", Requirement.permission("posts:publish"))).isTrue();
            assertThat(allows("ed", Requirement.permission("posts:delete"))).isFalse();
            assertThat(allows("ed", Requirement.anyPermission("posts:delete", "posts:update")))
                    .isTrue();
            assertThat(allows("root", Requirement.permission("not:defined"))).isTrue();
        }

        @Test
        void wantsTheOwner() {
            assertThat(allows("ann", Requirement.owner())).isTrue();
            assertThat(allows("root", Requirement.owner())).isFalse();
        }

        @Test
        void wantsAScopeWhereATokenIsInvolved() {
            Requirement wants = Requirement.allOf(Requirement.scope("admin"), Requirement.role("admin"));

            assertThat(decide("root", wants, Optional.empty()).allowed()).isTrue();
            assertThat(decide("root", wants, Optional.of(Set.of("admin"))).allowed())
                    .isTrue();
            assertThat(decide("root", wants, Optional.of(Set.of("posts:read"))).reasons())
                    .extracting(Reason::kind)
                    .containsExactly(Kind.SCOPE);
        }

        @Test
        void wantsNoMoreThanSigningInFromTheActive() {
            assertThat(allows("none", Requirement.authenticated())).isTrue();
            assertThat(allows("gone", Requirement.authenticated())).isFalse();
            assertThat(allows("zoe", Requirement.authenticated())).isFalse();
        }

        @Test
        void combinesRequirements() {
            assertThat(allows("ann", Requirement.anyOf(Requirement.owner(), Requirement.role("admin"))))
                    .isTrue();
            assertThat(allows("root", Requirement.anyOf(Requirement.owner(), Requirement.role("admin"))))
                    .isTrue();
            assertThat(allows("ed", Requirement.anyOf(Requirement.owner(), Requirement.role("admin"))))
                    .isFalse();
            assertThat(allows("ann", Requirement.anyOf())).isFalse();
        }

        @Test
        void hasAStableTextForm() {
            assertThat(Requirement.allOf(
                            Requirement.scope("posts:write"),
                            Requirement.anyOf(Requirement.may("update"), Requirement.anyRole("a", "b")),
                            Requirement.anyPermission("x:y", "x:z"),
                            Requirement.owner(),
                            Requirement.authenticated()))
                    .hasToString("allOf(scope(posts:write),anyOf(may(update),anyRole(a,b)),"
                            + "anyPermission(x:y,x:z),owner,authenticated)");
        }

        private boolean allows(String user, Requirement requirement) {
            return decide(user, requirement, Optional.empty()).allowed();
        }
    }

    private Decision decide(String user, Requirement requirement, Optional<Set<String>> scopes) {
        return Decider.decide(
                chronicle.facts(),
                new AccessRequest(
                        SubjectId.user(user),
                        Map.of(),
                        Action.of("manage"),
                        Resource.of("posts", "public"),
                        Map.of(),
                        requirement,
                        scopes,
                        Optional.empty()),
                NOON);
    }

    private Decision decide(String user, String action, String type, String id) {
        return Decider.decide(
                chronicle.facts(),
                new AccessRequest(
                        SubjectId.user(user),
                        Map.of(),
                        Action.of(action),
                        Resource.of(type, id),
                        Map.of(),
                        Requirement.may(action),
                        Optional.empty(),
                        Optional.empty()),
                NOON);
    }
}
