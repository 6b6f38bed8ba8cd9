package org.mandate.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.mandate.Databases;
import org.mandate.RunningApp;
import org.mandate.authorization.AccessRuleViolated;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.catalogue.Catalogue;
import org.mandate.authorization.catalogue.CatalogueFault;
import org.mandate.authorization.catalogue.CatalogueReader;
import org.mandate.authorization.catalogue.CatalogueRefused;
import org.mandate.authorization.catalogue.Tally;
import org.mandate.authorization.decision.AccessRequest;
import org.mandate.authorization.decision.Action;
import org.mandate.authorization.decision.Decision;
import org.mandate.authorization.decision.Requirement;
import org.mandate.authorization.decision.Resource;
import org.mandate.authorization.facts.AccessState;
import org.mandate.authorization.facts.History;
import org.mandate.authorization.point.DecisionPoint;
import org.mandate.enforcement.Gateway.Written;
import org.mandate.enforcement.SystemGateway;
import org.mandate.identity.UserId;
import org.mandate.identity.user.FindUserId;
import org.mandate.identity.user.UserRuleViolated;
import org.springframework.context.ConfigurableApplicationContext;

class CatalogueImportTest {

    private static ConfigurableApplicationContext app;
    private static SystemGateway gateway;
    private static History history;

    @BeforeAll
    static void start() {
        app = RunningApp.on(Databases.h2());
        gateway = app.getBean(SystemGateway.class);
        history = app.getBean(History.class);
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    private static Catalogue catalogue(String json) {
        return CatalogueReader.json(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }

    private static Written<ImportResult> send(Catalogue catalogue, boolean dryRun) {
        return gateway.send(new ImportCatalogue(catalogue, dryRun));
    }

    private static Catalogue library(String prefix) {
        return catalogue("""
                {"permissions": [{"name": "%1$s-books:lend"}, {"name": "%1$s-books:read", "description": "Read"}],
                 "roles": [{"name": "%1$s-head", "permissions": ["%1$s-books:*"], "inherits": ["%1$s-clerk"]},
                           {"name": "%1$s-clerk", "permissions": ["%1$s-books:lend"]}],
                 "subjects": [
                   {"type": "user", "username": "%1$s-ann", "email": "%1$s-ann@example.org", "attributes": {"floor": 2},
                    "roles": ["%1$s-head", {"role": "user", "networks": ["10.1.1.1/8"], "reason": "desk"}]},
                   {"type": "user", "id": "%1$s-b-id", "username": "%1$s-ben", "roles": []},
                   {"type": "service", "id": "%1$s-kiosk", "roles": ["%1$s-clerk"]}]}
                """.formatted(prefix));
    }

    private static Catalogue fleet(String prefix) {
        return catalogue("""
                {"roles": [{"name": "%1$s-driver"}, {"name": "%1$s-checker"}],
                 "subjects": [
                   {"type": "user", "id": "%1$s-id", "username": "%1$s-dan", "attributes": {"level": 2},
                    "roles": ["%1$s-driver"]},
                   {"type": "robot", "id": "%1$s-r1", "attributes": {"arms": 2}, "roles": ["%1$s-checker"]}],
                 "entities": [{"type": "van", "id": "%1$s-v1", "attributes": {"seats": 3}}],
                 "policies": [{"id": "%1$s-p1", "effect": "allow", "resourceType": "van", "actions": ["drive"],
                               "roles": ["%1$s-driver"], "condition": "resource.attributes.seats < 5"}],
                 "constraints": [{"id": "%1$s-c1", "roles": ["%1$s-driver", "%1$s-checker"], "max": 1}]}
                """.formatted(prefix));
    }

    @Test
    void bringsInPoliciesConstraintsAndEntities() {
        var first = send(fleet("fleet"), false).result();
        long head = history.head();
        var second = send(fleet("fleet"), false).result();

        assertThat(List.of(first.entities(), first.policies(), first.constraints()))
                .containsOnly(created(1));
        assertThat(List.of(second.entities(), second.policies(), second.constraints()))
                .containsOnly(unchanged(1));
        assertThat(second.subjects()).isEqualTo(unchanged(2));
        assertThat(history.head()).isEqualTo(head);
        var state = app.getBean(AccessState.class);
        assertThat(state.attributes("van", "fleet-v1")).hasValue(Map.of("seats", 3));
        assertThat(state.attributes("robot", "fleet-r1")).hasValue(Map.of("arms", 2));
        assertThat(state.attributes("user", "fleet-id")).hasValue(Map.of("level", 2));
        assertThat(state.policies()).containsKey("fleet-p1");
    }

    @Test
    void refusesWhatAConstraintForbidsInADryRunToo() {
        send(fleet("duty"), false);
        long head = history.head();
        var both = catalogue("""
                {"subjects": [{"type": "user", "id": "duty-id", "username": "duty-dan", "roles": ["duty-checker"]},
                              {"type": "user", "username": "duty-new", "roles": ["duty-checker", "duty-driver"]}]}
                """);

        for (boolean dryRun : new boolean[] {true, false}) {
            assertThatThrownBy(() -> send(both, dryRun))
                    .isInstanceOfSatisfying(
                            AccessRuleViolated.class,
                            refused -> assertThat(refused.rule()).isEqualTo(AccessRuleViolated.Rule.SEPARATION_OF_DUTY))
                    .hasMessageContaining("user `duty-dan`");
        }
        assertThat(history.head()).isEqualTo(head);
    }

    @Test
    void bringsInAllThatIsNamed() {
        var written = send(library("all"), false);

        assertThat(written.result()).isEqualTo(new ImportResult(created(2), created(2), created(3), created(3)));
        assertThat(written.position()).isEqualTo(history.head());
        UserId ann = gateway.ask(new FindUserId("all-ann"), ResponseTypes.optionalInstanceOf(UserId.class))
                .orElseThrow();
        var state = app.getBean(AccessState.class);
        assertThat(state.assignments(SubjectId.user(ann.value())))
                .extracting(each -> each.role() + " " + each.networks() + " " + each.grantedBy())
                .containsExactly("all-head [] system", "user [10.0.0.0/8] system");
        assertThat(state.assignments(new SubjectId("service", "all-kiosk"))).hasSize(1);
    }

    @Test
    void changesNothingTheSecondTime() {
        send(library("twice"), false);
        long head = history.head();

        var second = send(library("twice"), false);

        assertThat(second.result()).isEqualTo(new ImportResult(unchanged(2), unchanged(2), unchanged(3), unchanged(3)));
        assertThat(history.head()).isEqualTo(head);
    }

    @Test
    void writesNothingInADryRun() {
        long head = history.head();

        var result = send(library("dry"), true).result();

        assertThat(result.subjects()).isEqualTo(created(3));
        assertThat(history.head()).isEqualTo(head);
        assertThat(gateway.ask(new FindUserId("dry-ann"), ResponseTypes.optionalInstanceOf(UserId.class)))
                .isEmpty();
    }

    @Test
    void refusesAFaultyCatalogueAsAWhole() {
        long head = history.head();
        var faulty = catalogue("""
                {"permissions": [{"name": "faulty:read"}],
                 "subjects": [{"type": "user", "username": "x", "roles": ["user"]},
                              {"type": "user", "username": "admin", "id": "another", "roles": ["ghost"]}]}
                """);

        assertThatThrownBy(() -> send(faulty, false))
                .isInstanceOfSatisfying(
                        CatalogueRefused.class,
                        refused -> assertThat(refused.faults())
                                .extracting(CatalogueFault::field)
                                .containsExactlyInAnyOrder(
                                        "subjects[0].username", "subjects[1].roles[0]", "subjects[1].username"));
        assertThat(history.head()).isEqualTo(head);
    }

    @Test
    void importsIntoAnEmptySystemWhatAnotherExported() {
        send(library("exported"), false);
        send(fleet("exported"), false);
        Catalogue exported = gateway.ask(new ExportCatalogue(), ResponseTypes.instanceOf(Catalogue.class));

        try (var other = RunningApp.on(Databases.postgres())) {
            var there = other.getBean(SystemGateway.class);
            there.<ImportResult>send(new ImportCatalogue(exported, false));
            Catalogue again = there.ask(new ExportCatalogue(), ResponseTypes.instanceOf(Catalogue.class));

            assertThat(again).isEqualTo(exported);
            assertThat(answers(other)).isEqualTo(answers(app)).contains(true, false);
        }
    }

    private static List<Boolean> answers(ConfigurableApplicationContext system) {
        var point = system.getBean(DecisionPoint.class);
        var subjects = List.of(
                SubjectId.user("exported-id"),
                SubjectId.user("exported-b-id"),
                new SubjectId("robot", "exported-r1"),
                new SubjectId("service", "exported-kiosk"));
        return subjects.stream()
                .flatMap(subject -> Stream.of("van drive", "van wash", "exported-books lend", "posts read")
                        .map(asked -> asked.split(" "))
                        .map(asked -> point.peek(new AccessRequest(
                                subject,
                                Map.of(),
                                Action.of(asked[1]),
                                Resource.of(asked[0], "exported-v1"),
                                Map.of(),
                                Requirement.may(asked[1]),
                                Optional.empty(),
                                Optional.empty()))))
                .map(Decision::allowed)
                .toList();
    }

    @Test
    void enrolsWithRolesOrNotAtAll() {
        long head = history.head();

        assertThatThrownBy(() -> gateway.send(enrol("eve", "no-such-role"))).isInstanceOf(AccessRuleViolated.class);
        assertThat(history.head()).isEqualTo(head);
        UserId eve = gateway.<UserId>send(enrol("eve", "editor")).result();
        assertThat(app.getBean(AccessState.class).assignments(SubjectId.user(eve.value())))
                .extracting(each -> each.role())
                .containsExactly("editor");
        assertThatThrownBy(() -> gateway.send(new SignUp("EVE", "e@example.org", "long enough", Optional.empty())))
                .isInstanceOf(UserRuleViolated.class);
    }

    @Test
    void signsUpAsAnOrdinaryUser() {
        UserId user = gateway.<UserId>send(
                        new SignUp("newcomer", "newcomer@example.org", "long enough", Optional.of("New Comer")))
                .result();

        assertThat(app.getBean(AccessState.class).assignments(SubjectId.user(user.value())))
                .extracting(each -> each.role())
                .containsExactly("user");
    }

    @Test
    @EnabledIfSystemProperty(
            named = "mandate.realData",
            matches = ".+",
            disabledReason = "names no folder with real data sets")
    void importsARealOrganisation() throws IOException {
        Catalogue organisation;
        try (InputStream file = Files.newInputStream(
                Path.of(System.getProperty("mandate.realData"), "americas_small.catalogue.json"))) {
            organisation = CatalogueReader.json(file);
        }

        var result = send(organisation, false).result();

        assertThat(result.subjects()).isEqualTo(created(3_477));
        assertThat(result.assignments()).isEqualTo(created(5_034));
    }

    private static EnrolUser enrol(String username, String role) {
        return new EnrolUser(
                username,
                username + "@example.org",
                Optional.of("long enough"),
                Optional.empty(),
                Map.of(),
                Optional.of(List.of(role)));
    }

    private static Tally created(int count) {
        return new Tally(count, 0, 0, 0, 0);
    }

    private static Tally unchanged(int count) {
        return new Tally(0, 0, count, 0, 0);
    }
}
