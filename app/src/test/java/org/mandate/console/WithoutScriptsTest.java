package org.mandate.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every page can be read where no script runs. */
class WithoutScriptsTest {

    private static final Map<String, String[]> PAGES = new LinkedHashMap<>();

    static {
        page("/console", "Overview", "Refused most often", "Policy release-freeze denies this");
        page("/console/users", "nils", "trudy");
        page("/console/users?q=trudy", "trudy");
        page("/console/users/{trudy}", "Effective permissions", "5 changes");
        page("/console/users/{trudy}?at=position:110", "Roles then", "What changed between the two");
        page("/console/users/{nils}?compared=position:0", "the beginning", "Gained");
        page("/console/roles", "editor");
        page("/console/roles/editor", "posts:publish");
        page("/console/policies", "large-invoices");
        page("/console/policies/large-invoices", "large-invoices");
        page("/console/ask", "May this subject do this to that");
        page("/console/ask?subject=olga&action=approve&resourceType=invoices&resource=2026-0118", "as of", "position");
        page("/console/decisions", "Every answer that was given", "UTC");
        page("/console/decisions?decision=deny", "deny");
        page("/console/changes", "Before and after", "UTC");
        page("/console/changes/40", "Effect on people", "Who gains");
        page("/console/integrity", "Integrity");
        page("/console/me", "My permissions", "Decided about me");
    }

    private static void page(String path, String... words) {
        PAGES.put(path, words);
    }

    @Test
    void saysAllThatItHasToSay() {
        try (Visit visit = Visit.withoutScripts("erin")) {
            PAGES.forEach((path, words) -> {
                assertThat(visit.open(People.named(path))).as(path).isEqualTo(200);
                assertThat(visit.page().locator("main").innerText()).as(path).contains(words);
            });
        }
    }

    @Test
    void leadsFromPageToPageByLinksThatCanBeSent() {
        try (Visit visit = Visit.withoutScripts("erin")) {
            visit.open("/console/decisions?decision=deny");
            visit.page().locator("#decisions tbody a").first().click();
            String link = visit.page().url();
            assertThat(visit.page().locator("h1").textContent()).contains("deny");

            try (Visit colleague = Visit.of("erin")) {
                colleague.open(link);
                assertThat(colleague.page().locator("h1").textContent())
                        .isEqualTo(visit.page().locator("h1").textContent());
            }
        }
    }
}
