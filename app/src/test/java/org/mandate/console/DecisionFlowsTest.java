package org.mandate.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** Recorded decisions in a browser: found, followed live, taken along, and seen with all that they were taken on. */
class DecisionFlowsTest {

    private static final String STREAM = "**/console/decisions/stream**";

    @Test
    void theExportHoldsWhatTheFiltersLeave() throws IOException {
        try (Visit visit = Visit.of("erin")) {
            visit.open("/console/decisions?decision=deny&resourceType=contracts");

            List<String> csv = downloaded(visit.page(), "Export CSV");
            List<String> lines = downloaded(visit.page(), "Export JSON lines");

            assertThat(csv.get(0)).startsWith("sequence,id,");
            assertThat(csv).hasSize(lines.size() + 1);
            assertThat(lines).isNotEmpty().allSatisfy(line -> assertThat(line).contains("contracts", "\"deny\""));
        }
    }

    @Test
    void newDecisionsStandOnTopWhileTheJournalIsFollowed() {
        try (Visit visit = Visit.of("erin");
                Visit other = Visit.of("alice")) {
            Page page = visit.page();
            other.open("/console/simulate");
            visit.open("/console/decisions?subject=alice&decision=deny");
            page.getByText("Follow live").click();
            page.locator("#live-state", containing("Following")).waitFor();

            other.open("/console/users");

            page.locator("#live-state", containing("1 new")).waitFor();
            Locator newest = page.locator("#decisions tbody tr").first();
            assertThat(newest.textContent()).contains("deny", "alice", "users").doesNotContain("asked what");
            assertThat(newest.locator("time").getAttribute("title")).endsWith("UTC");
            page.getByText("Stop following").click();
            assertThat(page.locator("#live-state").textContent()).isEmpty();
            String live = newest.innerHTML();
            page.reload();
            assertThat(live)
                    .isEqualTo(page.locator("#decisions tbody tr").first().innerHTML());
            visit.isInOrder("a list that was followed");
        }
    }

    @Test
    void whoWasNotOnThePageIsNamedWhileTheJournalIsFollowed() {
        try (Visit visit = Visit.of("erin");
                Visit other = Visit.of("dave")) {
            Page page = visit.page();
            visit.open("/console/decisions?action=never-asked&channel=!console");
            assertThat(page.locator("#decisions").textContent()).contains("No decision matches");
            visit.open("/console/decisions?subject=dave&resourceType=policies");
            page.getByText("Follow live").click();
            page.locator("#live-state", containing("Following")).waitFor();

            other.open("/console/policies");

            page.locator("#live-state", containing("1 new")).waitFor();
            assertThat(page.locator("#decisions tbody tr").first().textContent())
                    .contains("dave")
                    .doesNotContain(People.id("dave"));
        }
    }

    @Test
    void nothingIsMissingWhereTheConnectionBrokeMeanwhile() {
        try (Visit visit = Visit.of("erin");
                Visit other = Visit.of("alice")) {
            Page page = visit.page();
            other.open("/console/simulate");
            visit.open("/console/decisions?subject=alice&decision=deny");
            List<String> asked = new CopyOnWriteArrayList<>();
            page.onRequest(request -> note(request, asked));
            page.route(STREAM, route -> route.abort());
            page.getByText("Follow live").click();
            page.locator("#live-state", containing("lost")).waitFor();

            other.open("/console/roles");
            page.unroute(STREAM);

            page.locator("#live-state", containing("1 new")).waitFor();
            assertThat(page.locator("#decisions tbody tr").first().textContent())
                    .contains("roles");
            assertThat(asked)
                    .hasSizeGreaterThan(1)
                    .allSatisfy(url -> assertThat(url).contains("since="));
        }
    }

    @Test
    void theBrowserComesAgainWithTheLastRecordThatItSaw() {
        try (Visit visit = Visit.of("erin");
                Visit other = Visit.of("alice")) {
            Page page = visit.page();
            other.open("/console/simulate");
            visit.open("/console/decisions?subject=alice&decision=deny");
            String newest = page.locator("[data-since]").getAttribute("data-since");
            other.open("/console/policies");
            List<String> asked = new CopyOnWriteArrayList<>();
            page.onRequest(request -> note(request, asked));
            page.route(STREAM, route -> {
                if (asked.size() == 1) {
                    route.fulfill(new Route.FulfillOptions()
                            .setContentType("text/event-stream")
                            .setBody("retry: 100\nid: " + newest + "\ndata: {}\n\n"));
                } else {
                    route.resume();
                }
            });

            page.getByText("Follow live").click();

            page.locator("#live-state", containing("1 new")).waitFor();
            assertThat(asked).hasSizeGreaterThan(1);
            assertThat(page.locator("#decisions tbody tr").first().textContent())
                    .contains("policies");
        }
    }

    @Test
    void oneDecisionShowsRolesAndPoliciesAsTheyWere() {
        try (Visit visit = Visit.of("erin")) {
            Page page = visit.page();
            visit.open("/console/decisions?reason=policy&resourceType=invoices");
            page.locator("#decisions tbody a").first().click();

            assertThat(page.locator("#policies-then").textContent()).contains("large-invoices", "resource.attributes");
            assertThat(page.locator("#roles-then").textContent()).contains("unchanged");
            page.locator("#again a").click();
            assertThat(page.locator("#again").textContent()).contains("reproduced", "Then", "Now");
            visit.isInOrder("a decision of a policy");
        }
    }

    @Test
    void whatWasOnlyAskedLooksLikeNothingThatWasDone() {
        try (Visit visit = Visit.of("admin")) {
            Page page = visit.page();
            visit.open("/console/decisions?action=delete&resourceType=users&resource=" + People.id("quentin"));
            page.getByText("Follow live").click();
            page.locator("#live-state", containing("Following")).waitFor();
            PlainVisit.of("admin").get(People.named("/console/users/{quentin}/erase"));
            page.locator("#live-state", containing("1 new")).waitFor();
            assertThat(page.locator("#decisions tbody tr").first().textContent())
                    .contains("allow", "asked what it would do");

            page.reload();
            Locator row = page.locator("#decisions tbody tr").first();
            assertThat(row.textContent()).contains("allow", "asked what it would do");
            row.locator("a").first().click();
            assertThat(page.locator("main").textContent()).contains("asked what it would do", "Nothing was done");
            visit.isInOrder("a decision on what was only asked");
            visit.open("/console/me");
            assertThat(page.locator("main").textContent()).contains("asked what it would do");
        }
    }

    private static void note(Request request, List<String> asked) {
        if (request.url().contains("/console/decisions/stream")) {
            asked.add(request.url());
        }
    }

    private static Page.LocatorOptions containing(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }

    private static List<String> downloaded(Page page, String link) throws IOException {
        Download download = page.waitForDownload(() -> page.getByText(link).click());
        return Files.readAllLines(download.path());
    }
}
