package org.mandate.http.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mandate.administration.AccountView;
import org.mandate.administration.ChangeAccount;
import org.mandate.administration.DashboardView;
import org.mandate.administration.FindAccount;
import org.mandate.administration.FindDashboard;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.Terms;
import org.mandate.authorization.assignment.AccessView;
import org.mandate.authorization.assignment.AccessView.EffectivePermission;
import org.mandate.authorization.assignment.AssignRole;
import org.mandate.authorization.assignment.AssignmentOutcome;
import org.mandate.authorization.assignment.AssignmentView;
import org.mandate.authorization.assignment.FindAccess;
import org.mandate.authorization.assignment.RevokeRole;
import org.mandate.authorization.catalogue.Catalogue;
import org.mandate.authorization.catalogue.Tally;
import org.mandate.authorization.role.ChangeRole;
import org.mandate.authorization.role.DefineRole;
import org.mandate.authorization.role.FindRole;
import org.mandate.authorization.role.FindRoles;
import org.mandate.authorization.role.RoleView;
import org.mandate.enrolment.ImportCatalogue;
import org.mandate.enrolment.ImportResult;
import org.mandate.http.HttpSlice;
import org.mandate.identity.UserId;
import org.mandate.identity.user.UserView;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class AdministrationTest extends HttpSlice {

    private static final UserId BOB = new UserId("bob");
    private static final AssignmentView STANDING =
            new AssignmentView("a1", "editor", Terms.UNLIMITED, "alice", Instant.EPOCH);
    private static final AccessView ACCESS =
            new AccessView(List.of(STANDING), List.of(new EffectivePermission("posts:read", List.of("editor"))), true);
    private static final UserView USER =
            new UserView(BOB, "bob", "bob@example.org", Optional.empty(), true, Instant.EPOCH, Map.of("level", 3));

    @BeforeEach
    void answer() {
        gateway.answer(FindAccount.class, query -> Optional.of(new AccountView(USER, ACCESS)));
        gateway.answer(FindAccess.class, query -> ACCESS);
        gateway.answer(
                ImportCatalogue.class, command -> new ImportResult(Tally.NONE, Tally.NONE, Tally.NONE, Tally.NONE));
    }

    @Test
    void greetsOnTheDashboard() {
        gateway.answer(FindDashboard.class, query -> new DashboardView("alice", Map.of("roles", 7L)));

        assertThat(http.get().uri("/admin/dashboard")).hasStatusOk().bodyJson().isStrictlyEqualTo("""
                {"message":"Welcome to admin dashboard","user":"alice","counts":{"roles":7}}""");
    }

    @Test
    void answersAUserWithAllThatTheyHold() {
        assertThat(http.get().uri("/admin/users/bob")).hasStatusOk().bodyJson().isStrictlyEqualTo("""
                {"id":"bob","username":"bob","email":"bob@example.org","fullName":null,"active":true,
                 "createdAt":"1970-01-01T00:00:00Z","attributes":{"level":3},
                 "roles":[{"id":"a1","role":"editor","grantedBy":"alice","grantedAt":"1970-01-01T00:00:00Z"}],
                 "permissions":["posts:read"]}""");
    }

    @Test
    void answersOnesOwnPermissionsWithTheRolesThatGiveThem() {
        assertThat(http.get().uri("/users/me/permissions"))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("{\"items\":[{\"name\":\"posts:read\",\"roles\":[\"editor\"]}]}");
        assertThat(gateway.last()).isEqualTo(new FindAccess(SubjectId.user("alice")));
    }

    @Test
    void tellsNullFromAbsentInAPatch() {
        Map<String, Object> attributes = new HashMap<>();
        attributes.put("level", null);

        assertThat(patch("{\"fullName\":null,\"active\":false,\"attributes\":{\"level\":null}}"))
                .hasStatusOk()
                .hasHeader("Mandate-Position", "42");
        assertThat(gateway.last())
                .isEqualTo(new ChangeAccount(
                        BOB, Optional.of(false), Optional.empty(), Optional.of(""), Optional.of(attributes)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{\"role\":\"admin\"}",
                "{\"active\":null}",
                "{\"email\":null}",
                "{\"attributes\":7}",
                "{\"active\":1}"
            })
    void refusesAPatchThatMakesNoSense(String body) {
        assertThat(patch(body)).hasStatus(400);
        assertThat(gateway.sent).isEmpty();
    }

    @Test
    void assignsARoleOnTerms() {
        gateway.answer(AssignRole.class, command -> new AssignmentOutcome("a1", true));

        assertThat(http.perform(json(http.post().uri("/admin/users/bob/roles/editor"), """
                        {"validUntil":"2027-01-01T00:00:00Z","networks":["10.0.0.0/8"],
                         "resource":{"type":"posts","id":"p1"},"reason":"holiday"}""")))
                .hasStatus(201)
                .bodyJson()
                .extractingPath("$.id")
                .isEqualTo("a1");
        assertThat(gateway.last())
                .isEqualTo(new AssignRole(
                        SubjectId.user("bob"),
                        "editor",
                        new Terms(
                                Optional.empty(),
                                Optional.of(Instant.parse("2027-01-01T00:00:00Z")),
                                List.of("10.0.0.0/8"),
                                Optional.of(new Terms.Target("posts", "p1")),
                                Optional.of("holiday"))));
    }

    @Test
    void answers200ForWhatStandsAlready() {
        gateway.answer(AssignRole.class, command -> new AssignmentOutcome("a1", false));

        assertThat(http.post().uri("/admin/users/bob/roles/editor")).hasStatus(200);
    }

    @Test
    void revokesOneAssignmentOrAll() {
        assertThat(http.delete().uri("/admin/users/bob/roles/editor?assignment=a1&reason=over"))
                .hasStatus(204);
        assertThat(gateway.last())
                .isEqualTo(new RevokeRole(SubjectId.user("bob"), "editor", Optional.of("a1"), Optional.of("over")));
    }

    @Test
    void definesAndReplacesRoles() {
        gateway.answer(FindRole.class, query -> Optional.of(role("reviewer")));

        assertThat(http.perform(json(http.post().uri("/admin/roles"), """
                        {"name":"reviewer","description":"reads","permissions":["posts:read"]}""")))
                .hasStatus(201)
                .hasHeader("Location", "/admin/roles/reviewer");
        assertThat(gateway.last()).isEqualTo(new DefineRole("reviewer", "reads", Set.of("posts:read"), Set.of()));

        assertThat(http.perform(json(http.put().uri("/admin/roles/reviewer"), "{\"inherits\":[\"user\"]}")))
                .hasStatus(200);
        assertThat(gateway.last()).isEqualTo(new ChangeRole("reviewer", Optional.empty(), Set.of(), Set.of("user")));
    }

    @Test
    void pagesRolesByName() {
        gateway.answer(FindRoles.class, query -> List.of(role("a"), role("b"), role("c")));

        assertThat(http.get().uri("/admin/roles?limit=2"))
                .bodyJson()
                .extractingPath("$.items[*].name")
                .isEqualTo(List.of("a", "b"));
        assertThat(http.get().uri("/admin/roles?limit=2&cursor=Yg"))
                .bodyJson()
                .extractingPath("$.items[*].name")
                .isEqualTo(List.of("c"));
        assertThat(http.get().uri("/admin/roles?limit=0")).hasStatus(400);
        assertThat(http.get().uri("/admin/roles?limit=1001")).hasStatus(400);
        assertThat(http.get().uri("/admin/roles?limit=many")).hasStatus(400);
    }

    @Test
    void readsACatalogueInJsonAndYaml() {
        assertThat(http.perform(
                        json(http.post().uri("/admin/import?dryRun=true"), "{\"permissions\":[{\"name\":\"a:b\"}]}")))
                .hasStatusOk();
        var json = (ImportCatalogue) gateway.last();
        assertThat(http.post()
                        .uri("/admin/import?dryRun=true")
                        .contentType(MediaType.parseMediaType("application/yaml"))
                        .content("permissions:\n  - name: a:b\n"))
                .hasStatusOk();

        assertThat(json.dryRun()).isTrue();
        assertThat(json.catalogue().permissions())
                .containsExactly(new Catalogue.PermissionEntry("a:b", Optional.empty()));
        assertThat(gateway.last()).isEqualTo(json);
    }

    @Test
    void doesNotReadTheCatalogueOfSomebodyWhoMayNotImport() {
        gateway.admitting = false;

        http.perform(json(http.post().uri("/admin/import"), "this is not JSON"));

        assertThat(gateway.last())
                .isEqualTo(new ImportCatalogue(new Catalogue(List.of(), List.of(), List.of()), false));
    }

    private MvcTestResult patch(String body) {
        return http.patch()
                .uri("/admin/users/bob")
                .contentType(MediaType.parseMediaType("application/merge-patch+json"))
                .content(body)
                .exchange();
    }

    private static RoleView role(String name) {
        return new RoleView(name, "", List.of(), List.of(), List.of());
    }
}
