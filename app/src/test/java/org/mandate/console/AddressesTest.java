package org.mandate.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mandate.console.FlowsTest.press;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Each view has an address that leads to it again, whoever it belongs to, and no link leads to a page that is refused. */
class AddressesTest {

    @Test
    void theMomentThatTheSliderShowsIsTheOneThatIsCompared() {
        try (Visit visit = Visit.of("erin")) {
            Page page = visit.page();
            visit.open(People.named("/console/users/{trudy}"));
            page.locator("#moment-slider").focus();
            page.keyboard().press("ArrowLeft");
            page.locator("#access").getByText("Roles then").waitFor();
            page.waitForCondition(
                    () -> page.locator("#access time:not([data-local])").count() == 0);

            page.locator("#compared").selectOption("position:0");
            press(page, "Show");

            assertThat(page.url()).contains("at=position").contains("compared=position");
            assertThat(page.locator("#access").textContent()).contains("Roles then", "the beginning");
        }
    }

    @Test
    void whatAGrantWouldDoHasAnAddress() {
        try (Visit visit = Visit.of("admin")) {
            Page page = visit.page();
            assertThat(visit.open(People.named("/console/users/{quentin}/roles")))
                    .isEqualTo(200);
            assertThat(page.url()).endsWith(People.id("quentin"));
            page.getByText("Grant a role").click();
            page.locator("#role").fill("translator");
            page.locator("#reason").fill("summer & autumn");
            press(page, "See whom it reaches");
            page.locator("#reach .card").waitFor();
            assertThat(page.url()).contains("/roles?role=translator");

            page.locator("button[value=dark]").click();

            assertThat(page.locator("#reach").textContent()).contains("Nothing is changed yet");
            assertThat(page.locator("#reason").inputValue()).isEqualTo("summer & autumn");
            page.locator("#role").fill("wizard");
            press(page, "Grant the role");
            page.locator("button[value=auto]").click();
            assertThat(page.locator("#role").inputValue()).isEqualTo("wizard");
            assertThat(page.getByRole(AriaRole.ALERT).textContent()).contains("wizard");
        }
    }

    @Test
    void aRoleNamedAsAPageHasAPage() throws IOException, InterruptedException {
        ManyPeople rest = new ManyPeople(ConsoleServer.base().getPort());
        rest.post("/admin/import", "{\"roles\":[{\"name\":\"new\",\"description\":\"Of that name\"}]}");
        try (Visit erin = Visit.of("erin");
                Visit admin = Visit.of("admin")) {
            assertThat(erin.open("/console/roles/new")).isEqualTo(200);
            assertThat(erin.page().locator("h1").textContent()).isEqualTo("new");
            assertThat(erin.open("/console/roles?new")).isEqualTo(403);

            admin.open("/console/roles");
            admin.page().getByText("New role").click();
            assertThat(admin.page().locator("h1").textContent()).isEqualTo("New role");
            admin.open("/console/roles/new/delete");
            press(admin.page(), "Delete new");
            admin.open("/console/roles/new");
            assertThat(admin.page().locator("h1").textContent()).isEqualTo("New role");
            admin.open("/console/policies/new");
            assertThat(admin.page().locator("h1").textContent()).isEqualTo("New policy");
        }
        assertThatThrownBy(() -> rest.post("/admin/import", "{\"roles\":[{\"name\":\"..\"}]}"))
                .hasMessageContaining("400")
                .hasMessageContaining("step in an address");
    }

    @Test
    void aUserOfTheIdOfAPageHasAPage() throws IOException, InterruptedException {
        new ManyPeople(ConsoleServer.base().getPort()).post("/admin/import", """
                {"subjects":[{"type":"user","id":"new","username":"newt"},
                             {"type":"user","id":"a b?c","username":"abece"}]}""");
        try (Visit visit = Visit.of("admin")) {
            visit.open("/console/users/new");
            assertThat(visit.page().locator("h1").textContent()).contains("newt");
            visit.open("/console/users");
            visit.page().getByText("New user").click();
            assertThat(visit.page().locator("h1").textContent()).isEqualTo("New user");
            visit.open("/console/users/a%20b%3Fc/deactivate");
            press(visit.page(), "Deactivate abece");
            assertThat(visit.page().locator("h1").textContent()).contains("abece", "deactivated");
        }
    }

    @Test
    void anAuditorHasNoSimulationsInTheConsole() {
        try (Visit visit = Visit.of("erin")) {
            assertThat(visit.open("/console/simulate")).isEqualTo(403);
            assertThat(visit.open("/console/simulate/none")).isEqualTo(403);
            assertThat(visit.page().locator(".menu").textContent()).doesNotContain("Simulate");
        }
    }

    @Test
    void aDelegateIsLedToWhatMayBeSeen() throws IOException, InterruptedException {
        new ManyPeople(ConsoleServer.base().getPort()).post("/admin/import", """
                        {"roles":[{"name":"granter","permissions":["roles:assign","roles:edit"]}]}
                        """);
        enrol("greta", "granter, moderator");
        try (Visit visit = Visit.of("greta")) {
            Page page = visit.page();
            visit.open("/console/users");
            assertThat(page.locator("#users").textContent()).contains("admin");
            assertThat(page.locator("#users tbody a.name").count()).isZero();
            assertThat(page.locator("#users tbody a").first().getAttribute("href"))
                    .startsWith("/console/grants?user=");
            assertThat(page.locator(".menu").textContent()).contains("Roles").doesNotContain("Changes", "Ask");

            send(
                    page,
                    People.named("/console/users/{quentin}/roles"),
                    "<input name=step value=save><input name=role value=granter>");

            assertThat(page.getByRole(AriaRole.STATUS).textContent()).isEqualTo("The role is granted.");
            assertThat(page.locator("h1").textContent()).isEqualTo("My access");
        }
        try (Visit visit = Visit.of("admin")) {
            visit.open(People.named("/console/users/{quentin}/roles/granter/revoke"));
            press(visit.page(), "Revoke granter");
        }
    }

    @Test
    void aDelegateIsAskedBeforeARevocationAndRevokes() throws IOException, InterruptedException {
        new ManyPeople(ConsoleServer.base().getPort()).post("/admin/import", """
                        {"roles":[{"name":"lender","permissions":["roles:assign"]}]}
                        """);
        enrol("lotte", "lender");
        enrol("ludwig", "lender");
        String held = People.named("/console/users/{ludwig}/roles/lender/revoke");
        try (Visit visit = Visit.of("lotte")) {
            Page page = visit.page();
            assertThat(visit.open(held)).isEqualTo(200);
            assertThat(page.locator("h1").textContent()).contains("Revoke the role lender", People.id("ludwig"));
            assertThat(page.locator("#reach").textContent()).contains("Who loses", "roles:assign");
            assertThat(page.locator("#reach a[href]").count()).isZero();
            visit.isInOrder("a delegate's question before a revocation");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Cancel"))
                    .click();
            assertThat(page.locator("h1").textContent()).isEqualTo("My access");

            visit.open(held);
            page.locator("#reason").fill("no longer lends");
            press(page, "Revoke lender");

            assertThat(page.getByRole(AriaRole.STATUS).textContent()).isEqualTo("The role is revoked.");
            assertThat(page.locator("h1").textContent()).isEqualTo("My access");
            assertThat(visit.open(People.named("/console/users/{ludwig}/roles/editor/revoke")))
                    .isEqualTo(403);
        }
        try (Visit visit = Visit.of("erin")) {
            visit.open(People.named("/console/users/{ludwig}"));
            assertThat(visit.page().locator("#access").textContent()).doesNotContain("lender");
            assertThat(visit.page().locator("#timeline").textContent()).contains("no longer lends", "lotte");
        }
    }

    @Test
    void whoTakesTheirOwnRoleAwayIsToldSoOnAPageOfTheirs() {
        enrol("olaf", "admin");
        try (Visit visit = Visit.of("olaf")) {
            visit.open(People.named("/console/users/{olaf}/roles/admin/revoke"));
            press(visit.page(), "Revoke admin");

            assertThat(visit.page().locator("main").textContent())
                    .contains("The role is revoked.", "My access")
                    .doesNotContain("403");
        }
    }

    @Test
    void anErasedPersonHasAHistory() {
        enrol("edda", "editor");
        String page = People.named("/console/users/{edda}");
        try (Visit admin = Visit.of("admin");
                Visit erin = Visit.of("erin")) {
            admin.open(page + "/erase");
            press(admin.page(), "Erase edda");

            erin.open("/console/changes?type=UserErased");
            erin.page()
                    .locator("#changes tbody tr")
                    .first()
                    .getByText("Effect on people")
                    .click();
            erin.page().getByText("The whole access after it").click();
            assertThat(erin.page().url()).contains(page);
            assertThat(erin.page().locator("main").textContent()).contains("erased", "editor");
            erin.isInOrder("an erased person");
            assertThat(erin.open("/console/users/00000000-0000-4000-8000-000000000000"))
                    .isEqualTo(404);
        }
    }

    @Test
    void whyARoleCannotBeDeletedStandsBesideTheQuestion() {
        try (Visit visit = Visit.of("admin")) {
            visit.open("/console/roles/user/delete");

            visit.page().locator("#reach[role=alert]").waitFor();
            assertThat(visit.page().locator("#reach").textContent()).contains("user");
            visit.isInOrder("a role that cannot be deleted");
        }
    }

    @Test
    void whatIsNotThereCanNeitherBeEndedNorRebuilt() {
        try (Visit visit = Visit.of("admin")) {
            assertThat(visit.open("/console/system/sessions/zzz/end")).isEqualTo(404);
            assertThat(visit.open("/console/system/projections/nosuch/rebuild")).isEqualTo(404);
            visit.open("/console/system");

            send(visit.page(), "/console/system/sessions/zzz/end", "");

            assertThat(visit.page().locator(".error-status").textContent()).isEqualTo("404");
        }
    }

    @Test
    void aListThatGoesOnlyForwardLeadsToItsFirstPage() {
        try (Visit visit = Visit.of("erin")) {
            Page page = visit.page();
            visit.open("/console/changes");
            page.locator("a[rel=next]").click();

            assertThat(page.locator("a[rel=prev]").count()).isZero();
            assertThat(page.locator("a[rel=first]").textContent()).contains("First page");
            visit.open("/console/decisions");
            page.locator("a[rel=next]").click();
            page.locator("a[rel=next]").click();
            page.locator("a[rel=prev]").click();
            assertThat(page.locator("a[rel=prev]").count()).isEqualTo(1);
        }
    }

    private static void enrol(String username, String roles) {
        try (Visit visit = Visit.of("admin")) {
            Page page = visit.page();
            visit.open("/console/users?new");
            page.locator("#username").fill(username);
            page.locator("#email").fill(username + "@example.org");
            page.locator("#password").fill(ConsoleServer.PASSWORD);
            page.locator("#roles").fill(roles);
            press(page, "Create the user");
            assertThat(page.locator("h1").textContent()).contains(username);
        }
    }

    /** A form that no page offers to this visitor, with the mark of a page of theirs. */
    private static void send(Page page, String address, String fields) {
        page.evaluate("""
                ([address, fields]) => {
                  const form = document.querySelector('.who form');
                  form.action = address;
                  form.insertAdjacentHTML('beforeend', fields);
                }
                """, new Object[] {address, fields});
        press(page, "Sign out");
    }
}
