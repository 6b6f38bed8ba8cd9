package org.mandate.authorization.permission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mandate.authorization.RefusedBy.refusedBy;

import java.util.List;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.messaging.Message;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.utils.RecordingCommandBus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mandate.authorization.AccessRuleViolated.Rule;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.event.PermissionDefined;
import org.mandate.authorization.event.PermissionRetired;
import org.mandate.authorization.facts.Holders;
import org.mandate.authorization.role.RevokePermission;

class PermissionTest {

    private final AggregateTestFixture<Permission> permission = new AggregateTestFixture<>(Permission.class);
    private final RecordingCommandBus cascade = new RecordingCommandBus();

    @BeforeEach
    void followsUpInTwoRoles() {
        permission.registerInjectableResource(new TwoRolesHold());
        permission.registerInjectableResource(
                DefaultCommandGateway.builder().commandBus(cascade).build());
    }

    @Test
    void definesAPermission() {
        permission
                .givenNoPriorActivity()
                .when(new DefinePermission("posts:read", "Read posts"))
                .expectEvents(new PermissionDefined("posts:read", "Read posts"));
    }

    @Test
    void rejectsAnExistingName() {
        permission
                .given(new PermissionDefined("posts:read", ""))
                .when(new DefinePermission("posts:read", "again"))
                .expectException(refusedBy(Rule.PERMISSION_EXISTS));
    }

    @Test
    void definesARetiredPermissionAgain() {
        permission
                .given(new PermissionDefined("posts:read", ""), new PermissionRetired("posts:read"))
                .when(new DefinePermission("posts:read", "again"))
                .expectEvents(new PermissionDefined("posts:read", "again"));
    }

    static Stream<String> refusedNames() {
        return Stream.of(
                "",
                "posts",
                ":",
                "posts:",
                ":read",
                "posts:read:more",
                "posts:*",
                "*:read",
                "*:*",
                "po*:read",
                "posts :read",
                "posts:re\u0000ad",
                "p\u00f6sts:read",
                "x".repeat(101) + ":read");
    }

    @ParameterizedTest
    @MethodSource("refusedNames")
    void rejectsANameThatIsNone(String name) {
        permission
                .givenNoPriorActivity()
                .when(new DefinePermission(name, ""))
                .expectException(refusedBy(Rule.INVALID))
                .expectNoEvents();
    }

    @Test
    void rejectsALongDescription() {
        permission
                .givenNoPriorActivity()
                .when(new DefinePermission("posts:read", "x".repeat(501)))
                .expectException(refusedBy(Rule.INVALID));
    }

    @Test
    void revokesFromEveryHoldingRoleBeforeItRetires() {
        permission
                .given(new PermissionDefined("posts:read", ""))
                .when(new RetirePermission("posts:read"))
                .expectEvents(new PermissionRetired("posts:read"));

        assertThat(cascade.getDispatchedCommands().stream().<Object>map(CommandMessage::getPayload))
                .containsExactly(
                        new RevokePermission("reader", "posts:read"), new RevokePermission("writer", "posts:read"));
    }

    @Test
    void rejectsRetiringWhatIsUnknown() {
        permission
                .givenNoPriorActivity()
                .when(new RetirePermission("posts:read"))
                .expectException(refusedBy(Rule.UNKNOWN_PERMISSION))
                .expectNoEvents();
        assertThat(cascade.getDispatchedCommands().stream().map(Message::getPayload))
                .isEmpty();
    }

    private record TwoRolesHold() implements Holders {

        @Override
        public List<SubjectId> subjectsAssigned(String role) {
            return List.of();
        }

        @Override
        public List<String> rolesInheriting(String role) {
            return List.of();
        }

        @Override
        public List<String> rolesHolding(String permission) {
            return List.of("reader", "writer");
        }
    }
}
