package org.mandate.authorization.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.eventhandling.DomainEventMessage;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.Terms;
import org.mandate.authorization.assignment.TermsEvents;
import org.mandate.authorization.catalogue.Catalogue.Grant;
import org.mandate.authorization.catalogue.Catalogue.PermissionEntry;
import org.mandate.authorization.catalogue.Catalogue.RoleEntry;
import org.mandate.authorization.catalogue.Catalogue.SubjectEntry;
import org.mandate.authorization.event.PermissionDefined;
import org.mandate.authorization.event.PermissionDescribed;
import org.mandate.authorization.event.RoleAssigned;
import org.mandate.authorization.event.RoleDefined;
import org.mandate.authorization.event.RoleInheritanceAdded;
import org.mandate.authorization.event.RoleInheritanceRemoved;
import org.mandate.authorization.event.RolePermissionGranted;
import org.mandate.authorization.event.RolePermissionRevoked;

class CataloguePlanTest {

    private static final SubjectId BILLING = new SubjectId("service", "billing");

    private final StandingModel standing = new StandingModel();

    private CataloguePlan plan(Catalogue catalogue) {
        var ids = new AtomicInteger();
        List<Optional<SubjectId>> subjects = catalogue.subjects().stream()
                .map(entry -> entry.id().map(id -> new SubjectId(entry.type(), id)))
                .toList();
        return CataloguePlan.of(
                catalogue,
                subjects,
                standing,
                new CataloguePlan.Import("root-id", () -> "new-" + ids.incrementAndGet()),
                new CatalogueFindings(List.of()));
    }

    private static PermissionEntry permission(String name) {
        return new PermissionEntry(name, Optional.empty());
    }

    private static RoleEntry role(String name, List<String> permissions, List<String> inherits) {
        return new RoleEntry(name, Optional.empty(), permissions, inherits);
    }

    private static SubjectEntry billing(String... roles) {
        return new SubjectEntry(
                "service",
                Optional.of("billing"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(roles).stream()
                        .map(role -> new Grant(role, Terms.UNLIMITED))
                        .toList());
    }

    private static RoleAssigned assigned(String id, String role) {
        return TermsEvents.assigned(id, BILLING, role, Terms.UNLIMITED, "root-id");
    }

    @Nested
    class OnAnEmptySystem {

        @Test
        void definesRolesBehindWhatTheyInherit() {
            var plan = plan(new Catalogue(
                    List.of(permission("posts:read")),
                    List.of(
                            role("chief", List.of("*:*"), List.of("editor")),
                            role("editor", List.of("posts:read"), List.of("user")),
                            role("user", List.of(), List.of())),
                    List.of(billing("chief", "user"))));

            assertThat(plan.faults()).isEmpty();
            assertThat(plan.modelEvents())
                    .containsExactly(
                            new PermissionDefined("posts:read", ""),
                            new RoleDefined("user", "", List.of(), List.of()),
                            new RoleDefined("editor", "", List.of("posts:read"), List.of("user")),
                            new RoleDefined("chief", "", List.of("*:*"), List.of("editor")));
            assertThat(plan.grants()).containsExactly(assigned("new-1", "chief"), assigned("new-2", "user"));
            assertThat(plan.gains(0)).isTrue();
            assertThat(plan.roles()).isEqualTo(new Tally(3, 0, 0, 0, 0));
            assertThat(plan.assignments()).isEqualTo(new Tally(2, 0, 0, 0, 0));
        }

        @Test
        void findsEveryFaultAtOnce() {
            var plan = plan(new Catalogue(
                    List.of(permission("posts:read"), permission("posts:read")),
                    List.of(
                            role("a", List.of("posts:write"), List.of("b")),
                            role("b", List.of(), List.of("a")),
                            role("c", List.of(), List.of("a", "nobody")),
                            role("c", List.of(), List.of()),
                            role("self", List.of(), List.of("self"))),
                    List.of(billing("ghost"), billing("a"))));

            assertThat(plan.faults())
                    .extracting(CatalogueFault::field)
                    .containsExactlyInAnyOrder(
                            "permissions[1].name",
                            "roles[0].permissions[0]",
                            "roles[0].inherits",
                            "roles[1].inherits",
                            "roles[2].inherits[1]",
                            "roles[3].name",
                            "roles[4].inherits",
                            "subjects[0].roles[0]",
                            "subjects[1].id");
        }

        @Test
        void ordersALongChain() {
            List<RoleEntry> chain = new ArrayList<>();
            for (int i = 0; i < 10_000; i++) {
                chain.add(role("r" + i, List.of(), i == 9_999 ? List.of() : List.of("r" + (i + 1))));
            }

            var plan = plan(new Catalogue(List.of(), chain, List.of()));

            assertThat(plan.modelEvents()).hasSize(10_000);
            assertThat(plan.modelEvents().get(0)).isEqualTo(new RoleDefined("r9999", "", List.of(), List.of()));
        }
    }

    @Nested
    class OnWhatStands {

        @Test
        void findsNothingToDoTheSecondTime() {
            standing.permissions.put("posts:read", "Read");
            standing.roles.put("user", new RoleDefined("user", "Anybody", List.of("posts:read"), List.of()));
            standing.assignments.add(assigned("a1", "user"));

            var plan = plan(new Catalogue(
                    List.of(permission("posts:read")),
                    List.of(role("user", List.of("posts:read"), List.of())),
                    List.of(billing("user"))));

            assertThat(plan.faults()).isEmpty();
            assertThat(plan.modelEvents()).isEmpty();
            assertThat(plan.grants()).isEmpty();
            assertThat(plan.gains(0)).isFalse();
            assertThat(plan.permissions()).isEqualTo(new Tally(0, 0, 1, 0, 0));
            assertThat(plan.roles()).isEqualTo(new Tally(0, 0, 1, 0, 0));
            assertThat(plan.assignments()).isEqualTo(new Tally(0, 0, 1, 0, 0));
        }

        @Test
        void makesARoleExactlyWhatIsSaid() {
            standing.permissions.put("posts:read", "");
            standing.permissions.put("posts:write", "");
            standing.roles.put("a", new RoleDefined("a", "", List.of("posts:read"), List.of("b")));
            standing.roles.put("b", new RoleDefined("b", "", List.of(), List.of()));

            var plan = plan(new Catalogue(
                    List.of(new PermissionEntry("posts:read", Optional.of("Read"))),
                    List.of(
                            role("b", List.of(), List.of("a")),
                            role("a", List.of("posts:write"), List.of()),
                            role("c", List.of(), List.of("b"))),
                    List.of()));

            assertThat(plan.faults()).isEmpty();
            assertThat(plan.modelEvents())
                    .containsExactly(
                            new PermissionDescribed("posts:read", "Read"),
                            new RolePermissionRevoked("a", "posts:read"),
                            new RoleInheritanceRemoved("a", "b"),
                            new RoleDefined("c", "", List.of(), List.of("b")),
                            new RoleInheritanceAdded("b", "a"),
                            new RolePermissionGranted("a", "posts:write"));
        }

        @Test
        void refusesACycleThroughWhatStands() {
            standing.roles.put("a", new RoleDefined("a", "", List.of(), List.of("b")));
            standing.roles.put("b", new RoleDefined("b", "", List.of(), List.of()));

            var plan = plan(new Catalogue(List.of(), List.of(role("b", List.of(), List.of("a"))), List.of()));

            assertThat(plan.faults())
                    .containsExactly(
                            new CatalogueFault("roles[0].inherits", "role `b` would inherit from itself: b -> a -> b"));
        }

        @Test
        void namesEachCycleAsSeenFromEachRoleOnIt() {
            var plan = plan(new Catalogue(
                    List.of(),
                    List.of(
                            role("ca", List.of(), List.of("cb")),
                            role("cb", List.of(), List.of("cc")),
                            role("between", List.of(), List.of("ca", "self")),
                            role("cc", List.of(), List.of("ca", "between")),
                            role("self", List.of(), List.of("self"))),
                    List.of()));

            assertThat(plan.faults())
                    .extracting(CatalogueFault::message)
                    .containsExactly(
                            "role `ca` would inherit from itself: ca -> cb -> cc -> ca",
                            "role `cb` would inherit from itself: cb -> cc -> ca -> cb",
                            "role `between` would inherit from itself: between -> ca -> cb -> cc -> between",
                            "role `cc` would inherit from itself: cc -> ca -> cb -> cc",
                            "role `self` would inherit from itself: self -> self");
        }

        @Test
        void cutsTheNameOfACycleThatNobodyReads() {
            List<RoleEntry> round = new ArrayList<>();
            for (int i = 0; i < 10_000; i++) {
                round.add(role("r" + i, List.of(), List.of("r" + (i + 1) % 10_000)));
            }

            var faults = plan(new Catalogue(List.of(), round, List.of())).faults();

            assertThat(faults).hasSize(CatalogueFindings.MOST);
            assertThat(faults.get(0).message())
                    .contains("r0 -> r1 -> ", " -> (9935 more) -> ", " -> r9999 -> r0")
                    .hasSizeLessThan(1000);
        }

        @Test
        void keepsOtherRolesAndAddsTheMissing() {
            standing.roles.put("a", new RoleDefined("a", "", List.of(), List.of()));
            standing.roles.put("b", new RoleDefined("b", "", List.of(), List.of()));
            standing.assignments.add(assigned("a1", "a"));

            var plan = plan(new Catalogue(List.of(), List.of(), List.of(billing("b", "b"))));

            assertThat(plan.grants()).containsExactly(assigned("new-1", "b"));
            assertThat(plan.assignments()).isEqualTo(new Tally(1, 0, 1, 0, 0));
        }
    }

    @Test
    void numbersMessagesBehindTheirStreams() {
        List<Object> events = List.of(
                new RoleDefined("new", "", List.of(), List.of()),
                new RolePermissionRevoked("old", "posts:read"),
                new RolePermissionGranted("old", "posts:write"),
                assigned("a1", "new"));

        var messages = CatalogueMessages.of(events, streams -> {
            assertThat(streams).containsExactlyInAnyOrder("role:new", "role:old", "subject:service:billing");
            return Map.of("role:old", 4L);
        });

        assertThat(messages)
                .extracting(DomainEventMessage::getAggregateIdentifier)
                .containsExactly("role:new", "role:old", "role:old", "subject:service:billing");
        assertThat(messages).extracting(DomainEventMessage::getSequenceNumber).containsExactly(0L, 5L, 6L, 0L);
        assertThat(messages)
                .extracting(DomainEventMessage::getType)
                .containsExactly("Role", "Role", "Role", "Assignments");
    }
}
