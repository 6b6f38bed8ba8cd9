package org.mandate.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mandate.console.FlowsTest.press;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;

/** What pages find out before somebody acts: whom it hits, what would be answered, what nobody needs. */
class FindingsTest {

    @Test
    void aPolicyIsTriedBeforeItIsSaved() {
        try (Visit visit = Visit.of("admin")) {
            Page page = visit.page();
            visit.open("/console/policies?new");
            page.locator("#id").fill("tried-only");
            page.locator("#resourceType").fill("invoices");
            page.locator("#condition").fill("subject.username == 'alice' && ipIn(context.ip, '10.0.0.0/8')");
            page.locator("#try-subject").fill("alice");
            page.locator("#try-action").fill("approve");
            page.locator("#try-resourceType").fill("invoices");
            page.locator("#try-context").fill("{\"ip\": \"10.0.0.7\"}");
            press(page, "Try it");

            assertThat(page.locator("#tried").textContent()).contains("allow", "it is denied now", "tried-only");
            assertThat(page.locator("#tried .tree").count()).isPositive();
            visit.isInOrder("policy tried");
            visit.show(ColorScheme.DARK, Visit.NARROW);
            visit.isInOrder("policy tried, dark and narrow");

            page.locator("#try-context").fill("{\"ip\": \"192.0.2.7\"}");
            press(page, "Try it");
            assertThat(page.locator("#tried").textContent()).contains("as it is without this change");
            visit.open("/console/policies");
            assertThat(page.locator("#policies").textContent()).doesNotContain("tried-only");
        }
    }

    @Test
    void aFaultOfATriedPolicyIsShownAtItsPlace() {
        try (Visit visit = Visit.of("admin")) {
            Page page = visit.page();
            visit.open("/console/policies/large-invoices/edit");
            page.locator("#condition").fill("subject.id ==");
            page.locator("#try-subject").fill("alice");
            page.locator("#try-action").fill("approve");
            page.locator("#try-resourceType").fill("invoices");
            press(page, "Try it");

            assertThat(page.locator("#condition").getAttribute("aria-invalid")).isEqualTo("true");
            assertThat(page.locator(".place").textContent()).contains("Line 1", "subject.id ==", "^");
            assertThat(page.locator("#tried").count()).isZero();
        }
    }

    @Test
    void whomAPolicyReachesIsSeenBeforeItIsSaved() {
        try (Visit visit = Visit.of("admin")) {
            Page page = visit.page();
            visit.open("/console/policies?new");
            page.locator("#id").fill("looked-at-only");
            page.locator("#effect").selectOption("deny");
            page.locator("#resourceType").fill("posts");
            press(page, "See whom it reaches");
            page.locator("#reach .card").waitFor();

            assertThat(page.locator("#reach").textContent()).contains("Nothing is changed yet");
            assertThat(page.evaluate("document.activeElement.id")).isEqualTo("reach");
            assertThat(page.locator("#reach").boundingBox().y).isLessThan(900);
            assertThat(page.locator("#id").inputValue()).isEqualTo("looked-at-only");
        }
    }

    @Test
    void whomADeletionHitsIsSeenBesideTheQuestion() {
        try (Visit visit = Visit.of("admin")) {
            Page page = visit.page();
            visit.open("/console/roles/editor/delete");

            page.locator("#reach").waitFor();
            assertThat(page.locator("#reach").textContent()).contains("Who loses", "carol", "posts:publish");
            visit.isInOrder("role deletion");
            visit.show(ColorScheme.DARK, Visit.NARROW);
            visit.isInOrder("role deletion, dark and narrow");
            visit.open("/console/roles/editor");
            assertThat(page.locator("h1").textContent()).isEqualTo("editor");
        }
    }

    @Test
    void whatADeletionWouldHaveTurnedReadsAsOnAnyOtherPage() {
        try (Visit visit = Visit.of("admin")) {
            Page page = visit.page();
            visit.open("/console/policies/large-invoices/delete");

            page.locator("#reach time[data-local]").first().waitFor();
            assertThat(page.locator("#reach").textContent())
                    .contains("would be", "finance-lead")
                    .doesNotContain("`");
            visit.photograph("policy-delete");
            visit.show(ColorScheme.DARK, Visit.NARROW);
            visit.isInOrder("policy deletion, dark and narrow");
        }
    }

    @Test
    void whomADeletionHitsIsSeenWithoutScriptsToo() {
        try (Visit visit = Visit.withoutScripts("admin")) {
            Page page = visit.page();
            visit.open("/console/policies/large-invoices/delete");
            page.getByText("See whom it reaches").click();

            assertThat(page.locator("#reach").textContent()).contains("Nothing is changed yet", "Who loses");
            assertThat(page.locator("h1").textContent()).isEqualTo("Delete the policy large-invoices?");
        }
    }

    @Test
    void withoutScriptsTheBrowserGoesToWhomAChangeReaches() {
        try (Visit visit = Visit.withoutScripts("admin")) {
            Page page = visit.page();
            visit.open("/console/roles/editor/edit");
            press(page, "See whom it reaches");

            assertThat(page.url()).endsWith("/console/roles/editor/edit#reach");
            assertThat(page.locator("#reach").boundingBox().y).isLessThan(900);
            visit.open(People.named("/console/users/{quentin}/roles?role=editor"));
            press(page, "See whom it reaches");
            assertThat(page.url()).endsWith("/roles?role=editor#reach");
        }
    }

    @Test
    void whatIsWrongWithAChangeIsSaidWhereItsReachWasAskedFor() {
        try (Visit visit = Visit.of("admin")) {
            Page page = visit.page();
            visit.open("/console/policies?new");
            page.locator("#id").fill("looked-at-only");
            page.locator("#resourceType").fill("posts");
            page.locator("#condition").fill("true && && true");
            press(page, "See whom it reaches");

            page.getByRole(AriaRole.ALERT).waitFor();
            assertThat(page.locator(".place").textContent()).contains("Line 1, column 9");
            assertThat(page.locator("main").textContent()).contains("cannot stand here");
            page.locator("#condition").fill("true");
            press(page, "See whom it reaches");
            page.locator("#reach .card").waitFor();
            assertThat(page.getByRole(AriaRole.ALERT).count()).isZero();
        }
    }

    @Test
    void whomANewRoleReachesIsSeenBeforeItIsMade() {
        try (Visit visit = Visit.of("admin")) {
            Page page = visit.page();
            visit.open("/console/roles?new");
            page.locator("#name").fill("looked-at-only");
            page.locator("input[value='posts:read']").check();
            press(page, "See whom it reaches");
            page.locator("#reach .card").waitFor();

            assertThat(page.locator("#reach").textContent()).contains("Who gains", "Nobody.");
            assertThat(page.locator("#name").inputValue()).isEqualTo("looked-at-only");
            visit.open("/console/roles");
            assertThat(page.locator("#roles").textContent()).doesNotContain("looked-at-only");
        }
    }

    @Test
    void permissionsThatNobodyNeededAreFoundOnTheRolesPage() {
        try (Visit visit = Visit.of("erin")) {
            Page page = visit.page();
            visit.open("/console/roles/auditor");
            press(page, page.locator("#unused button").textContent());

            page.locator("#unused p").getByText("decisions since").waitFor();
            assertThat(page.url()).contains("walk=");
            visit.isInOrder("unused permissions");
            visit.open("/console/roles/editor");
            assertThat(page.locator("#unused").textContent()).contains("decisions since");
        }
    }

    @Test
    void asManyPlacesAsTheDayHasAreOnTheOverview() {
        try (Visit visit = Visit.of("erin")) {
            Page page = visit.page();
            visit.open("/console");

            Locator first = page.locator("#refusals tbody tr").first();
            assertThat(Long.parseLong(first.locator("td").first().textContent().trim()))
                    .isPositive();
            assertThat(page.locator("#changes li").count()).isEqualTo(8);
            first.locator("td").first().locator("a").click();
            assertThat(page.locator("main").textContent()).contains("deny").doesNotContain("No decision matches");
        }
    }

    @Test
    void aVerificationIsKeptWithWhoAskedForIt() {
        try (Visit visit = Visit.of("erin")) {
            Page page = visit.page();
            visit.open("/console/integrity");
            press(page, "Verify now");
            page.locator("#walk .notice-good").waitFor();

            visit.open("/console/integrity");
            assertThat(page.locator("#verifications tbody tr").first().textContent())
                    .contains("erin", "as it was written");
            assertThat(page.locator("#gaps").textContent()).contains("none can be");
        }
    }

    @Test
    void anAdministratorEndsASession() {
        try (Visit admin = Visit.of("admin");
                Visit dave = Visit.of("dave")) {
            Page page = admin.page();
            admin.open("/console/system/sessions?user=dave");
            admin.isInOrder("sessions");
            admin.show(ColorScheme.DARK, Visit.NARROW);
            admin.isInOrder("sessions, dark and narrow");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("End the session of dave"))
                    .first()
                    .click();
            assertThat(page.locator("h1").textContent()).isEqualTo("End this session of dave?");
            press(page, "End the session");
            assertThat(page.getByRole(AriaRole.STATUS).first().textContent()).isEqualTo("The session is ended.");

            dave.open("/console/me");
            assertThat(dave.page().url()).contains("/console/login");
        }
    }
}
