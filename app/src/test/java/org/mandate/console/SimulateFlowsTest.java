package org.mandate.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mandate.console.FlowsTest.press;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.ConfigurableApplicationContext;

/** Changes composed, tried and read in a browser: on a server of its own, since what was simulated is listed for a while. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SimulateFlowsTest {

    private ConfigurableApplicationContext context;
    private URI base;

    @BeforeAll
    void start() {
        context = ConsoleServer.start();
        base = ConsoleServer.base(context);
    }

    @AfterAll
    void stop() {
        context.close();
    }

    @Test
    void changesAreComposedRunReadAndRunAgain() {
        try (Visit visit = Visit.elsewhere(base)) {
            Page page = visit.page();
            visit.open("/console/simulate");
            page.getByText("Change the permissions of a role").click();
            page.locator("#permission-do").selectOption("take");
            page.locator("#permission-name").fill("releases:deploy");
            page.locator("#permission-role").fill("release-manager");
            page.locator("#permission-role").press("Enter");
            page.getByText("Delete a policy").click();
            page.locator("#gone-policy-id").fill("large-invoices");
            add(page).click();
            page.getByText("Give or take a role").click();
            page.locator("#assignment-user").fill("rosa");
            page.locator("#assignment-role").fill("editor");
            add(page).click();
            assertThat(sentences(page))
                    .containsExactly(
                            "Take the permission releases:deploy from the role release-manager",
                            "Delete the policy large-invoices",
                            "Give rosa the role editor");

            press(page, "Remove: Give rosa the role editor");

            assertThat(sentences(page)).hasSize(2);
            page.getByText("Only some of them").click();
            page.locator("#channel").selectOption("access-api");
            press(page, "Simulate");
            page.locator("#people").waitFor();
            isReadable(visit);
            runsAgainWithLess(visit);
        }
    }

    private static void runsAgainWithLess(Visit visit) {
        Page page = visit.page();
        page.getByText("Change and run again").click();
        assertThat(sentences(page)).hasSize(2);
        assertThat(page.locator("#channel").inputValue()).isEqualTo("access-api");
        press(page, "Remove: Delete the policy large-invoices");
        press(page, "Simulate");
        page.locator("#people").waitFor();
        assertThat(sentences(page)).hasSize(1);
        assertThat(page.locator("#allowed").count()).isZero();
        visit.open("/console/simulate");
        assertThat(page.locator("#lately tbody tr").first().textContent())
                .contains("Take the permission releases:deploy from the role release-manager", "done");
        visit.show(ColorScheme.DARK, Visit.NARROW);
        visit.isInOrder("simulations, dark and narrow");
    }

    private static void isReadable(Visit visit) {
        Page page = visit.page();
        assertThat(page.locator("#supposed").innerText())
                .contains("Delete the policy large-invoices", "all that are recorded", "access-api");
        assertThat(page.locator("#denied").innerText())
                .contains("By subject", "heidi", "By role", "release-manager", "By resource", "24.11");
        assertThat(page.locator("#denied .reasons").first().innerText()).contains("release-manager");
        assertThat(page.locator("#allowed").innerText()).contains("olga", "finance-lead", "2026-0118");
        assertThat(page.locator("#allowed tbody tr").first().innerText()).contains("large-invoices", "finance-lead");
        assertThat(page.locator("#people").innerText()).contains("Who loses", "heidi", "releases:deploy");
        visit.isInOrder("a simulation");
        visit.photograph("simulation");
        visit.show(ColorScheme.DARK, Visit.WIDE);
        visit.photograph("simulation-dark");
        visit.isInOrder("a simulation, dark");
        visit.show(ColorScheme.DARK, Visit.NARROW);
        visit.photograph("simulation");
        visit.isInOrder("a simulation, dark and narrow");
        visit.show(ColorScheme.LIGHT, Visit.WIDE);
        String here = page.url();
        page.locator("#allowed .counted a", new Page.LocatorOptions().setHasText("olga"))
                .click();
        assertThat(page.locator("#decisions").innerText())
                .contains("olga", "deny")
                .doesNotContain("allow\n");
        page.navigate(here);
    }

    @Test
    void whatTurnsNothingAndWhatIsGoneSaySo() {
        try (Visit visit = Visit.elsewhere(base)) {
            Page page = visit.page();
            visit.open("/console/simulate?changes="
                    + "%5B%7B%22put%22:%7B%22constraints%22:%5B%7B%22id%22:%22none%"
                    + "22%2C%22roles%22:%5B%22editor%22%2C%22auditor%22%5D%2C%22max%22:1%7D%5D%7D%7D%5D");
            press(page, "Simulate");
            page.locator("#people").waitFor();
            assertThat(page.locator("#result").innerText()).contains("No decision would have turned", "Nobody.");
            visit.isInOrder("a simulation that turns nothing");

            assertThat(visit.open("/console/simulate?again=none")).isEqualTo(404);
            assertThat(page.locator("[role=alert]").innerText()).contains("no longer kept");
            assertThat(page.locator("h1").textContent()).isEqualTo("Simulate");
        }
    }

    @Test
    void composesWithoutScripts() {
        try (Visit visit = Visit.withoutScripts(base, "admin")) {
            Page page = visit.page();
            visit.open("/console/simulate");
            page.getByText("Set or take an attribute").click();
            page.locator("#attribute-type").fill("releases");
            page.locator("#attribute-of").fill("24.12");
            page.locator("#attribute-name").fill("frozen");
            page.locator("#attribute-value").fill("false");
            add(page).click();
            page.getByText("Separate duties").click();
            page.locator("#duty-roles").fill("editor, auditor");
            add(page).first().click();
            assertThat(sentences(page))
                    .containsExactly(
                            "Set the attribute frozen of releases 24.12 to false",
                            "Let nobody hold more than one of the roles editor, auditor");

            press(page, "Remove: Let nobody hold more than one of the roles editor, auditor");

            assertThat(sentences(page)).hasSize(1);
            press(page, "Simulate");
            assertThat(page.locator("#supposed").innerText()).contains("frozen");
        }
    }

    @Test
    void whatIsWrongStandsWhereItIsToBeMended() {
        try (Visit visit = Visit.elsewhere(base)) {
            Page page = visit.page();
            visit.open("/console/simulate");
            press(page, "Simulate");
            assertThat(page.locator("[role=alert]").innerText())
                    .isEqualTo("Add a change first: without one nothing can turn.");
            page.getByText("Put a policy in force").click();
            page.locator("#policy-id").fill("night-shift");
            page.locator("#policy-resourceType").fill("tickets");
            page.locator("#policy-actions").fill("*");
            page.locator("#policy-condition").fill("subject.id ==");
            press(page, "Simulate");
            assertThat(page.locator("details[open] .fault-line").textContent()).contains("not added yet");
            add(page).click();
            assertThat(page.locator("#policy-condition").getAttribute("aria-invalid"))
                    .isEqualTo("true");
            assertThat(page.locator(".place").textContent()).contains("Line 1", "subject.id ==", "^");
            visit.isInOrder("a condition that does not compile");
            page.locator("#policy-condition").fill("subject.id == resource.id");
            add(page).click();
            assertThat(sentences(page).get(0)).contains("night-shift", "every action", "subject.id == resource.id");

            page.getByText("Give or take a role").click();
            page.locator("#assignment-user").fill("nobody-of-this-name");
            page.locator("#assignment-role").fill("editor");
            add(page).click();
            assertThat(page.locator("#assignment-user-fault").textContent()).contains("nobody-of-this-name");
            assertThat(sentences(page)).hasSize(1);
        }
    }

    @Test
    void whatTheFormDoesNotOfferIsWrittenAndToldAllTheSame() {
        try (Visit visit = Visit.elsewhere(base)) {
            Page page = visit.page();
            visit.open("/console/simulate");
            page.getByText("As the API takes it").click();
            page.locator("#changes").fill("[\n{\"put\": }]");
            press(page, "Show as sentences");
            assertThat(page.locator("#changes-fault").textContent()).contains("line 2, column");
            assertThat(page.locator("#changes").isVisible()).isTrue();
            page.locator("#changes")
                    .fill("[{\"put\":{\"roles\":[{\"name\":\"drafter\",\"permissions\":[\"no:such\"]}]}}]");
            press(page, "Show as sentences");
            assertThat(sentences(page))
                    .containsExactly("Let the role drafter give exactly no:such, and inherit from no other");

            press(page, "Simulate");

            assertThat(page.locator(".supposed .fault-line").textContent()).contains("no:such");
            assertThat(page.locator("[role=alert]").textContent()).contains("changes[0].put.roles[0].permissions[0]");
            assertThat(page.locator("#changes").isVisible()).isFalse();
            visit.isInOrder("a change that cannot be made");
        }
    }

    /** The button of the kind of change that is open. */
    private static Locator add(Page page) {
        return page.locator(".choices details[open] button[name=add]");
    }

    private static List<String> sentences(Page page) {
        return page.locator(".supposed .supposed-text").allInnerTexts();
    }
}
