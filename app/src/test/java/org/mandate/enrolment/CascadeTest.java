package org.mandate.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mandate.Databases;
import org.mandate.RunningApp;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.Terms;
import org.mandate.authorization.assignment.AssignRole;
import org.mandate.authorization.facts.History;
import org.mandate.authorization.permission.DefinePermission;
import org.mandate.authorization.permission.RetirePermission;
import org.mandate.authorization.role.DefineRole;
import org.mandate.authorization.role.RetireRole;
import org.mandate.enforcement.SystemGateway;
import org.springframework.context.ConfigurableApplicationContext;

class CascadeTest {

    private static ConfigurableApplicationContext app;
    private static SystemGateway gateway;

    @BeforeAll
    static void start() {
        app = RunningApp.on(Databases.h2());
        gateway = app.getBean(SystemGateway.class);
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @Test
    void endsWhatRefersToARetiredRoleInTheSameCommit() {
        var kiosk = new SubjectId("service", "kiosk");
        send(new DefineRole("clerk", "", Set.of(), Set.of()));
        send(new DefineRole("head", "", Set.of(), Set.of("clerk")));
        send(new AssignRole(kiosk, "clerk", Terms.UNLIMITED));
        send(new AssignRole(kiosk, "head", Terms.UNLIMITED));

        assertThat(eventsOf(new RetireRole("clerk")))
                .containsExactly("RoleRevoked", "RoleInheritanceRemoved", "RoleRetired");
    }

    @Test
    void takesARetiredPermissionFromEveryRoleInTheSameCommit() {
        send(new DefinePermission("books:lend", ""));
        send(new DefineRole("lender", "", Set.of("books:lend"), Set.of()));
        send(new DefineRole("librarian", "", Set.of("books:lend"), Set.of()));

        assertThat(eventsOf(new RetirePermission("books:lend")))
                .containsExactly("RolePermissionRevoked", "RolePermissionRevoked", "PermissionRetired");
    }

    private static List<String> eventsOf(Object command) {
        var history = app.getBean(History.class);
        long before = history.head();
        long position = send(command);
        List<String> names = new ArrayList<>();
        history.read(before, 100, entry -> {
            names.add(entry.event().getClass().getSimpleName());
            assertThat(entry.actor()).isEqualTo("system");
        });
        assertThat(Optional.of(position)).contains(before + names.size());
        return names;
    }

    private static long send(Object command) {
        return gateway.<Object>send(command).position();
    }
}
