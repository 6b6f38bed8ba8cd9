package org.mandate.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mandate.console.PlainVisit.form;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.mandate.console.PlainVisit.Answer;

/** What changes did to people, in a browser: seen before they are made, and at any time after. */
class PeopleFlowsTest {

    @Test
    void whoLosesWhatIsSeenBeforeARoleIsRevoked() {
        try (Visit visit = Visit.of("admin")) {
            Page page = visit.page();
            visit.open(People.named("/console/users/{carol}"));
            page.getByRole(AriaRole.LINK, named("Revoke editor")).click();

            assertThat(page.locator("#reach").textContent()).contains("Who loses", "carol", "posts:publish");
            visit.isInOrder("the question before a revocation");
            page.getByRole(AriaRole.LINK, named("Cancel")).click();
            assertThat(page.locator("#access").textContent()).contains("editor");
        }
    }

    @Test
    void aChangeIsFoundWithWhatItWasBeforeAndWhomItReached() {
        try (Visit visit = Visit.of("erin")) {
            Page page = visit.page();
            visit.open("/console/changes?type=RolePermissionGranted&by=admin");
            assertThat(page.locator("#changes tbody tr").first().textContent()).contains("tickets:close", "admin");

            page.locator("#changes tbody a")
                    .getByText("Effect on people")
                    .first()
                    .click();

            assertThat(page.locator("main").textContent()).contains("Before", "After", "tickets:close");
            assertThat(page.locator("#effect").textContent()).contains("Who gains", "tickets:close");
            visit.isInOrder("a change");
        }
    }

    @Test
    void changesAreListedNewestFirstPageByPage() {
        try (Visit visit = Visit.of("erin")) {
            Page page = visit.page();
            visit.open("/console/changes");
            long first = position(page);
            page.getByRole(AriaRole.LINK, named("Next")).click();

            assertThat(position(page)).isEqualTo(first - 50);
            assertThat(page.url()).contains("after=");
        }
    }

    @Test
    void twoMomentsOfAUserAreCompared() {
        try (Visit visit = Visit.of("erin")) {
            Page page = visit.page();
            visit.open(People.named("/console/users/{nils}"));
            page.locator("#compared").selectOption("position:0");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show"))
                    .click();

            assertThat(page.locator("#difference").textContent()).contains("the beginning", "Gained", "was given");
            assertThat(page.url()).contains("compared=position");
            visit.isInOrder("two moments compared");
        }
    }

    @Test
    void aMomentThatIsNotOneIsSaidAndThePageStands() {
        try (Visit visit = Visit.of("erin")) {
            int status = visit.open(People.named("/console/users/{trudy}?moment=2999-01-01T00:00"));

            assertThat(status).isEqualTo(400);
            assertThat(visit.page().getByRole(AriaRole.ALERT).textContent()).contains("lies in the future");
            assertThat(visit.page().locator("#access").textContent()).contains("Effective permissions");
        }
    }

    private static void enrol(String username, String role) throws IOException, InterruptedException {
        new ManyPeople(ConsoleServer.base().getPort())
                .post("/admin/users", """
                {"username":"%1$s","email":"%1$s@example.org","password":"%2$s","roles":["%3$s"]}""".formatted(username, ConsoleServer.PASSWORD, role));
    }

    @Test
    void aGrantThatIsOverOrToComeIsSaidToCountForNothing() throws IOException, InterruptedException {
        enrol("tilda", "user");
        PlainVisit admin = PlainVisit.of("admin");
        String page = People.named("/console/users/{tilda}");

        Answer over =
                admin.post(page + "/roles", form("step", "save", "role", "editor", "validUntil", "2020-01-01T00:00"));
        Answer ahead =
                admin.post(page + "/roles", form("step", "save", "role", "editor", "validFrom", "2999-01-01T00:00"));

        assertThat(admin.get(page + over.header("Location").replaceFirst("^[^?]*", ""))
                        .body())
                .contains("its time is over already: it counts for nothing", "over since <time", "class=\"lapsed\"");
        assertThat(admin.get(page + ahead.header("Location").replaceFirst("^[^?]*", ""))
                        .body())
                .contains("it counts for nothing until its time begins", "not before <time");
        assertThat(PlainVisit.of("tilda").get("/console/me").body()).contains("over since <time", "not before <time");
    }

    @Test
    void aDelegateGrantsAndRevokesByNameAndSeesNothingElse() throws IOException, InterruptedException {
        new ManyPeople(ConsoleServer.base().getPort()).post("/admin/import", """
                {"roles":[{"name":"deputy","permissions":["roles:assign","posts:read"]},
                          {"name":"mere-reader","permissions":["posts:read"]}]}""");
        enrol("dagmar", "deputy");
        enrol("doris", "user");
        PlainVisit dagmar = PlainVisit.of("dagmar");
        assertThat(dagmar.get("/console/me").body()).contains("href=\"/console/grants\"");
        assertThat(PlainVisit.of("doris").get("/console/me").body()).doesNotContain("/console/grants");
        assertThat(PlainVisit.of("doris").get("/console/grants").status()).isEqualTo(403);

        Answer granted = dagmar.post("/console/grants", form("user", "doris", "role", "mere-reader"));
        Answer after = dagmar.get(granted.header("Location").replaceFirst("https?://[^/]+", ""));

        assertThat(after.body()).contains("The role is granted.", "value=\"doris\"");
        assertThat(PlainVisit.of("admin")
                        .get(People.named("/console/users/{doris}"))
                        .body())
                .contains("mere-reader");
        String asked = "/console/grants/revoke?user=doris&role=mere-reader";
        assertThat(dagmar.get(asked).body())
                .contains("Revoke the role mere-reader from doris?")
                .doesNotContain(People.id("doris"));
        Answer revoked = dagmar.post("/console/grants/revoke", form("user", "doris", "role", "mere-reader"));
        assertThat(revoked.header("Location")).contains("user=doris", "done=revoked");
        Answer again = dagmar.post("/console/grants/revoke", form("user", "doris", "role", "mere-reader"));
        assertThat(again.status()).isEqualTo(404);
        assertThat(dagmar.post("/console/grants", form("user", "doris", "role", "admin"))
                        .status())
                .isEqualTo(403);
        Answer nobody = dagmar.post("/console/grants", form("user", "nobody-of-that-name", "role", "mere-reader"));
        assertThat(nobody.status()).isEqualTo(404);
        assertThat(nobody.body()).contains("nobody-of-that-name", "Grant or revoke a role");
    }

    @Test
    void theWayToGrantingIsInOrder() throws IOException, InterruptedException {
        new ManyPeople(ConsoleServer.base().getPort())
                .post(
                        "/admin/import",
                        "{\"roles\":[{\"name\":\"deputy\",\"permissions\":[\"roles:assign\",\"posts:read\"]}]}");
        enrol("dirk", "deputy");
        try (Visit visit = Visit.of("dirk")) {
            visit.open("/console/me");
            visit.page()
                    .getByRole(AriaRole.LINK, named("Grant or revoke a role"))
                    .click();
            assertThat(visit.page().locator("h1").textContent()).isEqualTo("Grant or revoke a role");
            visit.isInOrder("granting by delegation");
            visit.show(ColorScheme.DARK, Visit.NARROW);
            visit.isInOrder("granting by delegation, dark and narrow");
        }
    }

    private static long position(Page page) {
        String text = page.locator("#changes tbody .sub span").first().textContent();
        return Long.parseLong(text.trim());
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
