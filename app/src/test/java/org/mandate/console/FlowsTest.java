package org.mandate.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;

/** What administrators and auditors do most, from end to end in a browser. */
class FlowsTest {

    @Test
    void aStrangerIsLedToTheSignInPageAndBack() {
        try (Visit visit = Visit.stranger(Visit.WIDE, ColorScheme.LIGHT)) {
            visit.open("/console/roles/editor");
            assertThat(visit.page().url()).contains("/console/login");

            visit.signIn("erin");

            assertThat(visit.page().url()).endsWith("/console/roles/editor");
        }
    }

    @Test
    void badCredentialsAreRefusedInOneSentence() {
        try (Visit visit = Visit.stranger(Visit.WIDE, ColorScheme.LIGHT)) {
            visit.open("/console/login");

            visit.signIn("nobody-of-this-name");

            assertThat(visit.page().getByRole(AriaRole.ALERT).textContent())
                    .isEqualTo("Username and password are not accepted.");
        }
    }

    @Test
    void anAdministratorGrantsARoleAndRevokesItAgain() {
        try (Visit visit = Visit.of("admin")) {
            Page page = visit.page();
            visit.open(People.named("/console/users/{quentin}"));
            page.getByText("Grant a role").click();
            page.locator("#role").fill("translator");
            page.locator("#reason").fill("summer issue");
            page.locator("#networks").fill("10.0.0.0/8");
            press(page, "Grant the role");
            assertThat(page.getByRole(AriaRole.STATUS).first().textContent()).isEqualTo("The role is granted.");
            Locator row = page.locator("#access tr", new Page.LocatorOptions().setHasText("translator"));
            assertThat(row.first().textContent()).contains("summer issue", "10.0.0.0/8", "admin");

            row.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Revoke translator"))
                    .click();
            assertThat(page.locator("h1").textContent()).isEqualTo("Revoke the role translator from quentin?");
            page.locator("#reason").fill("printed");
            press(page, "Revoke translator");

            assertThat(page.locator("#access").textContent()).doesNotContain("translator");
        }
    }

    @Test
    void aGrantOfARoleThatIsUnknownComesBackToTheForm() {
        try (Visit visit = Visit.of("admin")) {
            Page page = visit.page();
            visit.open(People.named("/console/users/{quentin}"));
            page.getByText("Grant a role").click();
            page.locator("#role").fill("wizard");
            page.locator("#reason").fill("kept while mended");
            press(page, "Grant the role");

            assertThat(page.getByRole(AriaRole.ALERT).textContent()).contains("wizard");
            assertThat(page.locator("#reason").inputValue()).isEqualTo("kept while mended");
        }
    }

    @Test
    void deactivationEndsTheVisitOfWhomItHits() {
        try (Visit admin = Visit.of("admin");
                Visit bob = Visit.of("bob")) {
            bob.open("/console/me");
            assertThat(bob.page().locator("h1").textContent()).isEqualTo("My access");

            admin.open(People.named("/console/users/{bob}/deactivate"));
            press(admin.page(), "Deactivate bob");
            bob.open("/console/me");

            assertThat(bob.page().url()).contains("/console/login");
            admin.open(People.named("/console/users/{bob}"));
            press(admin.page(), "Reactivate");
        }
    }

    @Test
    void aRoleIsMadeWithTheMatrixAndDeleted() {
        try (Visit visit = Visit.of("admin")) {
            Page page = visit.page();
            visit.open("/console/roles?new");
            page.locator("#name").fill("proof-reader");
            page.locator("#description").fill("Reads before print");
            page.locator("input[value='posts:read']").check();
            press(page, "Create the role");
            assertThat(page.locator("h1").textContent()).isEqualTo("proof-reader");
            assertThat(page.locator("table").first().textContent()).contains("posts:read");

            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Delete"))
                    .click();
            press(page, "Delete proof-reader");

            assertThat(page.locator("#roles").textContent()).doesNotContain("proof-reader");
        }
    }

    @Test
    void whomAChangeOfARoleReachesIsSeenBeforeItIsSaved() {
        try (Visit visit = Visit.of("admin")) {
            Page page = visit.page();
            visit.open("/console/roles/editor/edit");
            page.locator("input[value='posts:publish']").uncheck();
            press(page, "See whom it reaches");
            page.locator("#reach .card").waitFor();

            assertThat(page.locator("#reach").textContent()).contains("Who loses", "carol", "posts:publish");
            assertThat(page.locator("input[value='posts:publish']").isChecked()).isFalse();
            visit.isInOrder("reach");
            visit.photograph("role-reach");
            visit.open("/console/roles/editor");
            assertThat(page.locator("table").first().textContent()).contains("posts:publish");
        }
    }

    @Test
    void anAuditorVerifiesTheJournal() {
        try (Visit visit = Visit.of("erin")) {
            Page page = visit.page();
            visit.open("/console/integrity");
            press(page, "Verify now");

            page.locator("#walk .notice-good").waitFor();
            assertThat(page.locator("#walk").textContent()).contains("are as they were written");
        }
    }

    @Test
    void aConditionThatDoesNotCompileIsShownAtItsPlace() {
        try (Visit visit = Visit.of("admin")) {
            Page page = visit.page();
            visit.open("/console/policies?new");
            page.locator("#id").fill("night-shift");
            page.locator("#resourceType").fill("tickets");
            page.locator("#condition").fill("subject.id ==");
            press(page, "Create the policy");
            assertThat(page.locator("#condition").getAttribute("aria-invalid")).isEqualTo("true");
            assertThat(page.locator(".place").textContent()).contains("Line 1", "subject.id ==", "^");

            page.locator("#condition").fill("subject.id == resource.id");
            press(page, "Create the policy");

            assertThat(page.locator("h1").textContent()).contains("night-shift");
            assertThat(page.locator("#history").textContent()).contains("+ condition: subject.id == resource.id");
        }
    }

    @Test
    void anAuditorReadsAndCanChangeNothing() {
        try (Visit visit = Visit.of("erin")) {
            Page page = visit.page();
            visit.open(People.named("/console/users/{nils}"));
            assertThat(page.locator("main form:not([method=get]), main .btn-danger, main .btn-primary")
                            .count())
                    .isZero();

            assertThat(visit.open("/console/users?new")).isEqualTo(403);
            assertThat(page.locator("h1").textContent()).isEqualTo("You may not see or do this");
            page.locator(".facts a").click();

            assertThat(page.locator("main").textContent()).contains("console", "deny", "forms");
            page.locator("#again a").click();
            assertThat(page.locator("#again").textContent()).contains("reproduced");
            page.locator("#proof a").first().click();
            assertThat(page.locator("#proof").textContent()).contains("verified");
            visit.isInOrder("decision");
            visit.photograph("decision");
            assertThat(visit.open("/console/system")).isEqualTo(403);
        }
    }

    @Test
    void aPlainUserHasAPageOfTheirOwnAndNoOther() {
        try (Visit visit = Visit.of("alice")) {
            assertThat(visit.page().locator("h1").textContent()).isEqualTo("My access");
            for (String path : new String[] {"users", "roles", "policies", "ask", "decisions", "changes", "system"}) {
                assertThat(visit.open("/console/" + path)).as(path).isEqualTo(403);
            }
        }
    }

    @Test
    void theSliderShowsTheAccessOfAnEarlierMoment() {
        try (Visit visit = Visit.of("erin")) {
            Page page = visit.page();
            visit.open(People.named("/console/users/{trudy}"));
            page.locator("#moment-slider").focus();
            page.keyboard().press("ArrowLeft");
            page.keyboard().press("ArrowLeft");
            page.keyboard().press("ArrowLeft");

            page.locator("#access").getByText("Roles then").waitFor();
            assertThat(page.url()).contains("at=position");
        }
    }

    @Test
    void theThemeIsChosenAndSignedOutWithoutScripts() {
        try (Visit visit = Visit.withoutScripts("erin")) {
            Page page = visit.page();
            page.locator("button[value=dark]").click();
            assertThat(page.locator("html").getAttribute("data-theme")).isEqualTo("dark");

            press(page, "Sign out");

            assertThat(page.getByRole(AriaRole.STATUS).textContent()).isEqualTo("You are signed out.");
            visit.open("/console");
            assertThat(page.url()).contains("/console/login");
        }
    }

    static void press(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }
}
