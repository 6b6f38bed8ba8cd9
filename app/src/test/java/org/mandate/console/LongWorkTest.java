package org.mandate.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mandate.console.FlowsTest.press;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.mandate.Application;
import org.mandate.Databases;
import org.mandate.Databases.Database;
import org.mandate.authorization.journal.GeneratedJournal;
import org.mandate.crash.KillablePostgres;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What takes a while over many decisions, and what was lost of them: on a server of its own, which may lose some. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LongWorkTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final long RECORDS = 300_000;
    private static final String MANY = """
            {"subject":{"type":"user","id":"admin"},"action":{"name":"read"},"evaluations":[%s]}""".formatted(
                    String.join(",", Collections.nCopies(20, "{\"resource\":{\"type\":\"posts\",\"id\":\"1\"}}")));

    private KillablePostgres postgres;
    private ConfigurableApplicationContext context;
    private URI base;

    @BeforeAll
    void start() throws Exception {
        Chromium.browser();
        postgres = new KillablePostgres(Databases.temporaryDirectory());
        context = SpringApplication.run(
                Application.class,
                postgres.arguments(
                        "--server.port=0",
                        "--mandate.journal.mode=bounded",
                        "--mandate.journal.capacity=20KB",
                        "--mandate.admin-password=" + ConsoleServer.PASSWORD,
                        "--mandate.installation-key-file=" + postgres.database().keyFile()));
        int port = ((WebServerApplicationContext) context).getWebServer().getPort();
        base = URI.create("http://localhost:" + port);
        Database database = postgres.database();
        GeneratedJournal.write(
                context,
                new DriverManagerDataSource(database.url(), database.username(), database.password()),
                RECORDS,
                Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS));
    }

    @AfterAll
    void stop() throws Exception {
        if (context != null) {
            context.close();
            postgres.close();
        }
    }

    @Test
    void aSimulationShowsHowFarItIs() {
        try (Visit visit = Visit.elsewhere(base)) {
            simulate(visit);
            visit.isInOrder("simulation that goes on");
            visit.show(ColorScheme.DARK, Visit.NARROW);
            visit.isInOrder("simulation that goes on, dark and narrow");
        }
    }

    @Test
    void aSimulationThatGoesOnIsStopped() {
        try (Visit visit = Visit.elsewhere(base)) {
            Page page = visit.page();
            simulate(visit);

            press(page, "Stop it");

            page.locator("#stopped").waitFor();
            assertThat(page.locator("#stopped").textContent()).contains("What it had found until then");
            assertThat(page.locator("#supposed").innerText()).contains("Delete the role user");
            assertThat(page.locator("#result progress, #people").count()).isZero();
            visit.isInOrder("simulation that was stopped");
            visit.open("/console/simulate");
            assertThat(page.locator("#lately tbody tr").first().textContent()).contains("cancelled");
        }
    }

    private static void simulate(Visit visit) {
        visit.open("/console/simulate");
        visit.page().getByText("As the API takes it").click();
        visit.page().locator("#changes").fill("[{\"remove\":{\"roles\":[{\"name\":\"user\"}]}}]");
        press(visit.page(), "Simulate");
        visit.page().locator("#result progress").waitFor();
    }

    @Test
    void aVerificationShowsHowFarItIs() {
        try (Visit visit = Visit.elsewhere(base)) {
            Page page = visit.page();
            visit.open("/console/integrity");
            press(page, "Verify now");

            page.locator("#walk progress").waitFor();
            assertThat(page.locator("#walk").textContent()).contains("Walking through the journal", "per second");
            visit.isInOrder("verification that goes on");
            page.locator("#walk .notice-good").waitFor();
            assertThat(page.locator("#walk").textContent()).contains("are as they were written");
        }
    }

    @Test
    void whatWasLostIsNamedBesideTheHead() throws Exception {
        ManyPeople caller = new ManyPeople(base.getPort());
        caller.post("/access/v1/evaluations", MANY);
        postgres.standStill();
        try {
            for (int i = 0; i < 5; i++) {
                caller.post("/access/v1/evaluations", MANY);
            }
        } finally {
            postgres.goOn();
        }
        caller.post("/access/v1/evaluations", MANY);
        try (Visit visit = Visit.elsewhere(base)) {
            Page page = visit.page();
            Locator gap = page.locator("#gaps tbody tr");
            await().pollInSameThread()
                    .atMost(SOON)
                    .until(() -> visit.open("/console/integrity") == 200 && gap.count() > 0);
            assertThat(gap.first().textContent()).contains("bounded");
            assertThat(page.locator("#gaps").textContent()).contains("whose records were lost");
            visit.isInOrder("gaps");
            visit.photograph("gaps");
            visit.show(ColorScheme.DARK, Visit.NARROW);
            visit.isInOrder("gaps, dark and narrow");
            visit.open("/console/decisions");
            // The pages that were opened until the gap was there are recorded behind it.
            while (page.locator(".notice-bad").count() == 0) {
                page.locator("a[rel=next]").click();
            }
            assertThat(page.locator(".notice-bad").first().textContent()).contains("have no record");
            visit.isInOrder("decisions with gaps, dark and narrow");
            visit.show(ColorScheme.LIGHT, Visit.WIDE);
            visit.isInOrder("decisions with gaps");
        }
    }
}
