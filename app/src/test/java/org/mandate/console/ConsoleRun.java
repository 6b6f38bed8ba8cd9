package org.mandate.console;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.mandate.Application;
import org.mandate.Databases;
import org.mandate.authorization.journal.GeneratedJournal;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * First paint of every page over a large database, in a real browser: printed as Markdown and left in {@code
 * target/console.md}. No part of a build: {@code ./mvnw -pl app -am test -Dtest=ConsoleRun
 * -Dsurefire.failIfNoSpecifiedTests=false}. Settings: {@code mandate.console.users} (100000), {@code mandate.console.roles}
 * (10000), {@code mandate.load.records} (ten million), {@code mandate.console.database} (postgresql, or h2).
 */
class ConsoleRun {

    private static final int USERS = Integer.getInteger("mandate.console.users", 100_000);
    private static final int ROLES = Integer.getInteger("mandate.console.roles", 10_000);
    private static final long RECORDS = Long.getLong("mandate.load.records", 10_000_000);
    /** A user who is there, however few there are. */
    private static final String SOMEBODY = "user" + Math.min(4711, USERS / 20);

    private static final boolean H2 =
            System.getProperty("mandate.console.database", "postgresql").equals("h2");
    /** Asked from outside of the page, whose policy lets no text become script. */
    private static final String PAINTED = """
            async () => {
              while (performance.getEntriesByName('first-contentful-paint').length === 0) {
                await new Promise(requestAnimationFrame);
              }
            }
            """;

    private static final int TIMES = 5;
    private static final int BLOCK = 1024;

    private final StringBuilder report = new StringBuilder();

    @Test
    void measuresFirstPaintOfEveryPage() throws Exception {
        var database = H2 ? Databases.h2() : Databases.postgres();
        var settings = new String[] {
            "--server.port=0",
            "--mandate.admin-password=" + ConsoleServer.PASSWORD,
            "--mandate.installation-key-file=" + Databases.temporaryDirectory().resolve("installation.key")
        };
        var arguments = new ArrayList<>(List.of(database.arguments()));
        Collections.addAll(arguments, settings);
        try (ConfigurableApplicationContext context =
                SpringApplication.run(Application.class, arguments.toArray(String[]::new))) {
            var source = new DriverManagerDataSource(database.url(), database.username(), database.password());
            fill(context, source);
            measure(port(context));
        } finally {
            Files.writeString(Path.of("target", "console.md"), report);
        }
    }

    private void fill(ConfigurableApplicationContext context, DriverManagerDataSource source)
            throws SQLException, IOException, InterruptedException {
        long began = System.nanoTime();
        new ManyPeople(port(context)).enrol(USERS, ROLES);
        say("%,d users with three roles each and %,d roles imported in %,.0f s.%n"
                .formatted(USERS, ROLES, seconds(began)));
        began = System.nanoTime();
        GeneratedJournal.write(
                context, source, RECORDS, Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS));
        var sql = JdbcClient.create(source);
        for (long done = 0; done < (RECORDS - 1) / BLOCK; ) {
            LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
            done = sql.sql("select blocks from journal_index").query(Long.class).single();
        }
        sql.sql(H2 ? "analyze" : "vacuum analyze").update();
        say("%,d decisions generated and indexed in %,.0f s.%n%n".formatted(RECORDS, seconds(began)));
    }

    private static int port(ConfigurableApplicationContext context) {
        return ((WebServerApplicationContext) context).getWebServer().getPort();
    }

    private void measure(int port) {
        try (var context =
                Chromium.browser().newContext(new Browser.NewContextOptions().setBaseURL("http://localhost:" + port))) {
            Page page = context.newPage();
            page.setDefaultTimeout(120_000);
            page.navigate("/console/login");
            page.getByLabel("Username").fill("admin");
            page.getByLabel("Password").fill(ConsoleServer.PASSWORD);
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                    .click();
            say("| page | first byte, ms (first, worst) | first paint, ms (first, worst) |%n| --- | --- | --- |%n"
                    .formatted());
            pages(page).forEach((name, path) -> say(row(page, name, path)));
        }
    }

    private static Map<String, String> pages(Page page) {
        var pages = new LinkedHashMap<String, String>();
        pages.put("Overview", "/console");
        pages.put("Users", "/console/users");
        pages.put("Users, part of a name", "/console/users?q=son7777");
        pages.put("Users, nobody", "/console/users?q=nobody-of-this-name");
        pages.put("Users, by role", "/console/users?role=role17");
        pages.put("Users, by a role that all hold", "/console/users?role=user");
        pages.put("Users, by a role that a tenth hold, the last by name", "/console/users?role=late");
        pages.put("Users, by a role that one in 25 holds", "/console/users?role=some");
        pages.put("A user", first(page, "/console/users?q=" + SOMEBODY, "#users tbody a"));
        pages.put("A user then", pages.get("A user") + "?compared=position:0");
        pages.put("Revoke", first(page, pages.get("A user"), "#access a.btn-danger"));
        pages.put("Roles", "/console/roles");
        pages.put("Roles, part of a name", "/console/roles?q=le777");
        pages.put("A role", "/console/roles/role17");
        pages.put("A role that all hold", "/console/roles/user");
        pages.put("Edit a role", "/console/roles/role17/edit");
        pages.put("A role of many permissions", "/console/roles/everything");
        pages.put("Edit a role of many permissions", "/console/roles/everything/edit");
        pages.put("A policy that was changed often", "/console/policies/often");
        records(page, pages);
        return pages;
    }

    private static void records(Page page, Map<String, String> pages) {
        pages.put("Policies", "/console/policies");
        pages.put("Ask", "/console/ask?subject=" + SOMEBODY + "&action=act17&resourceType=things17&resource=1");
        pages.put("Decisions", "/console/decisions");
        pages.put("Decisions, nobody's", "/console/decisions?subject=nobody-at-all");
        pages.put("Decisions, refused", "/console/decisions?decision=deny");
        pages.put("Decisions, of one action", "/console/decisions?action=read");
        pages.put("A decision", first(page, "/console/decisions?decision=deny", "#decisions tbody a"));
        pages.put("Changes", "/console/changes");
        pages.put("Changes, a rare kind", "/console/changes?type=UserErased");
        pages.put("Changes, by one who made none", "/console/changes?by=" + SOMEBODY);
        pages.put("Changes, by one who made all", "/console/changes?by=admin");
        pages.put("Changes, rare and by one who made all", "/console/changes?by=admin&type=UserErased");
        pages.put("Changes of a policy", "/console/changes?policy=often");
        pages.put("A change", first(page, "/console/changes", "#changes tbody a"));
        pages.put(
                "A change of a role that all hold",
                first(page, "/console/changes?type=RoleDescribed", "#changes tbody a"));
        pages.put("Simulate", "/console/simulate");
        pages.put("Integrity", "/console/integrity");
        pages.put("System", "/console/system");
        pages.put("My access", "/console/me");
    }

    private static String first(Page page, String path, String link) {
        page.navigate(path);
        String found = page.locator(link).first().getAttribute("href");
        return found == null ? path : found;
    }

    private static String row(Page page, String name, String path) {
        List<Double> bytes = new ArrayList<>();
        List<Double> paints = new ArrayList<>();
        for (int n = 0; n <= TIMES; n++) {
            page.navigate(path);
            page.evaluate(PAINTED);
            bytes.add(number(page, "performance.getEntriesByType('navigation')[0].responseStart"));
            paints.add(number(page, "performance.getEntriesByName('first-contentful-paint')[0].startTime"));
        }
        return "| %s | %s | %s |%n".formatted(name, figure(bytes), figure(paints));
    }

    /** The median of the later ones; the first, and the worst of the later ones, in brackets. */
    private static String figure(List<Double> all) {
        List<Double> later = new ArrayList<>(all.subList(1, all.size()));
        Collections.sort(later);
        return String.format(Locale.ROOT, "%.0f (%.0f, %.0f)", later.get(TIMES / 2), all.get(0), later.get(TIMES - 1));
    }

    private static double number(Page page, String expression) {
        return page.evaluate(expression) instanceof Number number ? number.doubleValue() : Double.NaN;
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }

    private void say(String text) {
        System.out.print(text);
        report.append(text);
    }
}
