package org.mandate.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mandate.console.FlowsTest.press;

import com.microsoft.playwright.Page;
import java.net.URI;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
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

/** What takes a while over many decisions: on a server of its own that has them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LongWorkTest {

    private static final long RECORDS = 300_000;

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
}
