package org.mandate.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Stream;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.junit.jupiter.api.Test;
import org.mandate.Databases;
import org.mandate.RunningApp;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.event.RoleAssigned;
import org.mandate.authorization.facts.AccessState;
import org.mandate.authorization.facts.History;
import org.mandate.enforcement.Gateway;
import org.mandate.enforcement.SystemGateway;
import org.mandate.enrolment.EnrolUser;
import org.mandate.identity.UserId;
import org.mandate.identity.token.SignIn;
import org.mandate.identity.token.SignInOutcome;
import org.mandate.identity.user.FindUser;
import org.mandate.identity.user.FindUserId;
import org.mandate.identity.user.UserView;
import org.springframework.context.ConfigurableApplicationContext;

class FirstStartTest {

    @Test
    void seedsOnceAndNeverAgain() {
        var database = Databases.h2();
        long head;
        try (var app = RunningApp.on(database)) {
            head = app.getBean(History.class).head();
            var state = app.getBean(AccessState.class);
            assertThat(state.permissions()).hasSize(14);
            assertThat(state.roles().keySet())
                    .containsExactlyInAnyOrder("user", "author", "editor", "moderator", "admin", "auditor", "gateway");
            assertThat(state.assignments(admin(app)))
                    .extracting(RoleAssigned::role, RoleAssigned::grantedBy)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple("admin", "system"));
        }

        try (var again = RunningApp.on(database)) {
            assertThat(again.getBean(History.class).head()).isEqualTo(head);
        }
    }

    @Test
    void beginsOnceWhereTwoNodesStartTogether() {
        var database = Databases.postgres();

        List<ConfigurableApplicationContext> nodes = Stream.of(1, 2)
                .map(node -> CompletableFuture.supplyAsync(() -> RunningApp.amongOthers(database)))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        var administrators = nodes.stream().map(FirstStartTest::admin).toList();
        assertThat(administrators.get(0)).isEqualTo(administrators.get(1));
        assertThat(nodes.get(0).getBean(AccessState.class).assignments(administrators.get(0)))
                .hasSize(1);
        nodes.forEach(ConfigurableApplicationContext::close);
    }

    @Test
    void showsAGeneratedPasswordOnce() {
        var database = Databases.h2();

        String first = console(database);
        String second = console(database);

        assertThat(first).containsPattern("username `admin`, password `[A-Za-z2-9]{24}`");
        assertThat(second).doesNotContain("password `");
    }

    @Test
    void makesADemonstrationOnce() {
        var database = Databases.h2();
        long head;
        try (var app = RunningApp.on(database, "--spring.profiles.active=demo")) {
            head = app.getBean(History.class).head();
            assertThat(app.getBean(SystemGateway.class)
                            .ask(new FindUserId("alice"), ResponseTypes.optionalInstanceOf(UserId.class)))
                    .isPresent();
        }

        try (var again = RunningApp.on(database, "--spring.profiles.active=demo")) {
            assertThat(again.getBean(History.class).head()).isEqualTo(head);
        }
    }

    @Test
    void finishesADemonstrationThatWasInterrupted() {
        var database = Databases.h2();
        try (var app = RunningApp.on(database)) {
            app.getBean(SystemGateway.class).<UserId>send(enrolment("bob", "shown to nobody, 17"));
        }

        try (var app = RunningApp.on(
                database, "--spring.profiles.active=demo", "--mandate.demo-password=" + RunningApp.ADMIN_PASSWORD)) {
            var system = app.getBean(SystemGateway.class);
            assertThat(system.ask(new FindUserId("alice"), ResponseTypes.optionalInstanceOf(UserId.class)))
                    .isPresent();
            assertThat(system.<SignInOutcome>send(new SignIn("bob", RunningApp.ADMIN_PASSWORD, Set.of(), "::1"))
                            .result())
                    .isInstanceOf(SignInOutcome.Tokens.class);
        }
    }

    @Test
    void theDemonstrationsDayGoesOnWhereTheJournalIsLateAndAfterAnInterruption() {
        try (var app = RunningApp.on(Databases.h2(), "--spring.profiles.active=demo")) {
            var system = app.getBean(SystemGateway.class);
            Function<String, UserId> users =
                    name -> system.ask(new FindUserId(name), ResponseTypes.optionalInstanceOf(UserId.class))
                            .orElseThrow();
            long head = app.getBean(History.class).head();
            UserView frank = system.ask(
                            new FindUser(users.apply("frank")), ResponseTypes.optionalInstanceOf(UserView.class))
                    .orElseThrow();
            var day = new DemonstrationDay(new LateJournal(app.getBean(Gateway.class)));

            day.happens(users.apply("admin"), frank, users, true);

            assertThat(app.getBean(History.class).head()).isEqualTo(head);
        }
    }

    private static EnrolUser enrolment(String username, String password) {
        return new EnrolUser(
                username,
                username + "@example.org",
                Optional.of(password),
                Optional.empty(),
                Map.of(),
                Optional.of(List.of("author")));
    }

    @Test
    void refusesAPasswordThatIsTooShort() {
        var database = Databases.h2();

        assertThatThrownBy(() -> RunningApp.on(database, "--mandate.admin-password=short"))
                .hasStackTraceContaining("`mandate.admin-password`");
    }

    @Test
    void generatesPasswordsThatDiffer() {
        var passwords = new Passwords(new SecureRandom());

        assertThat(passwords.generate()).hasSize(24).isNotEqualTo(passwords.generate());
    }

    private static String console(Databases.Database database) {
        PrintStream before = System.out;
        var shown = new ByteArrayOutputStream();
        System.setOut(new PrintStream(shown, true, StandardCharsets.UTF_8));
        try (var app = RunningApp.on(database, "--mandate.admin-password=")) {
            assertThat(app.isRunning()).isTrue();
        } finally {
            System.setOut(before);
        }
        return shown.toString(StandardCharsets.UTF_8);
    }

    private static SubjectId admin(ConfigurableApplicationContext app) {
        UserId admin = app.getBean(SystemGateway.class)
                .ask(new FindUserId("admin"), ResponseTypes.optionalInstanceOf(UserId.class))
                .orElseThrow();
        return SubjectId.user(admin.value());
    }
}
