package org.mandate.authorization.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mandate.authorization.RefusedBy.refusedBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.messaging.Message;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.utils.RecordingCommandBus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mandate.authorization.AccessRuleViolated.Rule;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.Upon;
import org.mandate.authorization.assignment.RevokeRole;
import org.mandate.authorization.event.RoleDefined;
import org.mandate.authorization.event.RoleDescribed;
import org.mandate.authorization.event.RoleInheritanceAdded;
import org.mandate.authorization.event.RoleInheritanceRemoved;
import org.mandate.authorization.event.RolePermissionGranted;
import org.mandate.authorization.event.RolePermissionRevoked;
import org.mandate.authorization.event.RoleRetired;
import org.mandate.authorization.facts.Holders;

class RoleTest {

    private final AggregateTestFixture<Role> role = new AggregateTestFixture<>(Role.class);
    private final RecordingCommandBus cascade = new RecordingCommandBus();

    @BeforeEach
    void isHeldAndInherited() {
        role.registerInjectableResource(new HeldByAliceInheritedByChief());
        role.registerInjectableResource(
                DefaultCommandGateway.builder().commandBus(cascade).build());
    }

    private static RoleDefined editorDefined() {
        return new RoleDefined("editor", "Edits", List.of("posts:read", "posts:update"), List.of("user"));
    }

    @Nested
    class Defining {

        @Test
        void statesContentsInOrder() {
            role.givenNoPriorActivity()
                    .when(new DefineRole(
                            "editor", "Edits", Set.of("posts:update", "posts:read", "drafts:*"), Set.of("user")))
                    .expectEvents(new RoleDefined(
                            "editor", "Edits", List.of("drafts:*", "posts:read", "posts:update"), List.of("user")));
        }

        @Test
        void rejectsAnExistingName() {
            role.given(editorDefined())
                    .when(new DefineRole("editor", "", Set.of(), Set.of()))
                    .expectException(refusedBy(Rule.ROLE_EXISTS))
                    .expectNoEvents();
        }

        @Test
        void bringsARetiredRoleBackEmpty() {
            role.given(editorDefined(), new RoleRetired("editor"), new RoleDefined("editor", "", List.of(), List.of()))
                    .when(new GrantPermission("editor", "posts:read"))
                    .expectEvents(new RolePermissionGranted("editor", "posts:read"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"", " ", "a b", "a:b", "*", "r\u00f4le", "a\nb"})
        void rejectsANameThatIsNone(String name) {
            role.givenNoPriorActivity()
                    .when(new DefineRole(name, "", Set.of(), Set.of()))
                    .expectException(refusedBy(Rule.INVALID))
                    .expectNoEvents();
        }

        @ParameterizedTest
        @ValueSource(strings = {"po*:read", "posts", "posts:", "**:read", "posts:re*"})
        void rejectsAPermissionThatIsNone(String permission) {
            role.givenNoPriorActivity()
                    .when(new DefineRole("editor", "", Set.of(permission), Set.of()))
                    .expectException(refusedBy(Rule.INVALID))
                    .expectNoEvents();
        }

        @ParameterizedTest
        @ValueSource(strings = {"posts:*", "*:read", "*:*"})
        void takesAWildcardForAWholePart(String permission) {
            role.givenNoPriorActivity()
                    .when(new DefineRole("editor", "", Set.of(permission), Set.of()))
                    .expectEvents(new RoleDefined("editor", "", List.of(permission), List.of()));
        }
    }

    @Nested
    class Changing {

        @Test
        void statesOnlyTheDifference() {
            role.given(editorDefined())
                    .when(new ChangeRole(
                            "editor",
                            Optional.of("Edits and publishes"),
                            Set.of("posts:read", "posts:publish"),
                            Set.of("author")))
                    .expectEvents(
                            new RoleDescribed("editor", "Edits and publishes"),
                            new RolePermissionRevoked("editor", "posts:update"),
                            new RoleInheritanceRemoved("editor", "user"),
                            new RolePermissionGranted("editor", "posts:publish"),
                            new RoleInheritanceAdded("editor", "author"));
        }

        @Test
        void isMadeUponWhatWasReadAndNothingElse() {
            Set<String> permissions = Set.of("posts:read", "posts:update");
            RoleContent older = new RoleContent("Edits", Set.of("posts:read"), Set.of("user"));
            RoleContent read = new RoleContent("Edits", permissions, Set.of("user"));

            role.given(new RoleDefined("editor", "Edits", List.copyOf(permissions), List.of("user")))
                    .when(new ChangeRole(
                            "editor", Optional.of("Reads"), permissions, Set.of("user"), Upon.exactly(older)))
                    .expectException(refusedBy(Rule.STALE));
            role.given(new RoleDefined("editor", "Edits", List.copyOf(permissions), List.of("user")))
                    .when(new ChangeRole(
                            "editor", Optional.of("Reads"), permissions, Set.of("user"), Upon.exactly(read)))
                    .expectEvents(new RoleDescribed("editor", "Reads"));
        }

        @Test
        void isOfNoEffectWhereNothingDiffers() {
            role.given(editorDefined())
                    .when(new ChangeRole(
                            "editor", Optional.empty(), Set.of("posts:read", "posts:update"), Set.of("user")))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }

        @Test
        void grantsAndRevokesOnce() {
            role.given(editorDefined(), new RolePermissionGranted("editor", "posts:delete"))
                    .when(new GrantPermission("editor", "posts:delete"))
                    .expectNoEvents();
        }

        @Test
        void revokesWhatItHolds() {
            role.given(editorDefined())
                    .when(new RevokePermission("editor", "posts:update"))
                    .expectEvents(new RolePermissionRevoked("editor", "posts:update"));
        }

        @Test
        void revokingWhatItDoesNotHoldIsOfNoEffect() {
            role.given(editorDefined(), new RolePermissionRevoked("editor", "posts:update"))
                    .when(new RevokePermission("editor", "posts:update"))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }

        @Test
        void addsAnInheritanceOnce() {
            role.given(editorDefined())
                    .when(new AddInheritance("editor", "author"))
                    .expectEvents(new RoleInheritanceAdded("editor", "author"));
        }

        @Test
        void removesAnInheritance() {
            role.given(editorDefined())
                    .when(new RemoveInheritance("editor", "user"))
                    .expectEvents(new RoleInheritanceRemoved("editor", "user"));
        }
    }

    @Nested
    class Retiring {

        @Test
        void endsWhatRefersToItFirst() {
            role.given(editorDefined())
                    .when(new RetireRole("editor"), Map.of("actor", "root-id"))
                    .expectEvents(new RoleRetired("editor"));

            assertThat(cascade.getDispatchedCommands().stream().<Object>map(CommandMessage::getPayload))
                    .containsExactly(
                            new RevokeRole(
                                    SubjectId.user("alice-id"),
                                    "editor",
                                    Optional.empty(),
                                    Optional.of("role `editor` was retired")),
                            new RemoveInheritance("chief", "editor"));
            assertThat(cascade.getDispatchedCommands().stream().map(Message::getMetaData))
                    .allSatisfy(metaData -> assertThat(metaData).containsEntry("actor", "root-id"));
        }

        @Test
        void isMadeUponWhatWasReadAndNothingElse() {
            RoleContent read = new RoleContent("Edits", Set.of("posts:read", "posts:update"), Set.of("user"));

            role.given(editorDefined())
                    .when(new RetireRole("editor", Upon.tagged(Set.of("other"))))
                    .expectException(refusedBy(Rule.STALE))
                    .expectNoEvents();
            assertThat(cascade.getDispatchedCommands()).isEmpty();
            role.given(editorDefined())
                    .when(new RetireRole("editor", Upon.tagged(Set.of(read.tag()))))
                    .expectEvents(new RoleRetired("editor"));
        }

        @Test
        void protectsTheAdministrators() {
            role.given(new RoleDefined("admin", "", List.of("*:*"), List.of()))
                    .when(new RetireRole("admin"))
                    .expectException(refusedBy(Rule.PROTECTED_ROLE))
                    .expectNoEvents();

            assertThat(cascade.getDispatchedCommands()).isEmpty();
        }
    }

    static Stream<Object> commandsToARole() {
        return Stream.of(
                new ChangeRole("editor", Optional.empty(), Set.of(), Set.of()),
                new GrantPermission("editor", "posts:read"),
                new RevokePermission("editor", "posts:read"),
                new AddInheritance("editor", "user"),
                new RemoveInheritance("editor", "user"),
                new RetireRole("editor"));
    }

    @ParameterizedTest
    @MethodSource("commandsToARole")
    void rejectsAnUnknownRole(Object command) {
        role.givenNoPriorActivity()
                .when(command)
                .expectException(refusedBy(Rule.UNKNOWN_ROLE))
                .expectNoEvents();
    }

    @ParameterizedTest
    @MethodSource("commandsToARole")
    void rejectsARetiredRole(Object command) {
        role.given(editorDefined(), new RoleRetired("editor"))
                .when(command)
                .expectException(refusedBy(Rule.UNKNOWN_ROLE))
                .expectNoEvents();
    }

    private record HeldByAliceInheritedByChief() implements Holders {

        @Override
        public List<SubjectId> subjectsAssigned(String role) {
            return List.of(SubjectId.user("alice-id"));
        }

        @Override
        public List<String> rolesInheriting(String role) {
            return List.of("chief");
        }

        @Override
        public List<String> rolesHolding(String permission) {
            return List.of();
        }
    }
}
