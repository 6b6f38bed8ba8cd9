package org.mandate.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

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

    private static long position(Page page) {
        String text = page.locator("#changes tbody .sub span").first().textContent();
        return Long.parseLong(text.trim());
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
