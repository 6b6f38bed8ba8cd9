package org.mandate.load;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.mandate.Databases;
import org.mandate.authorization.journal.GeneratedJournal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What searching, counting and exporting a long journal takes, and what a record takes on disk: printed as Markdown and left in
 * {@code target/journal.md}. Settings: {@code mandate.load.records} (ten million unless said otherwise).
 */
class JournalRun {

    private static final long RECORDS = Long.getLong("mandate.load.records", 10_000_000);
    private static final int TIMES = 9;
    private static final int EXPORTED = 1_000_000;
    private static final OperatingSystemMXBean CPU =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final JsonMapper JSON = JsonMapper.shared();

    private final StringBuilder report = new StringBuilder();

    @Test
    void measuresALongJournal() throws Exception {
        var database = Databases.postgres();
        var source = new DriverManagerDataSource(database.url(), database.username(), database.password());
        var sql = JdbcClient.create(source);
        try (var server = Server.on(database, Databases.temporaryDirectory())) {
            var end = Clock.systemUTC().instant().truncatedTo(ChronoUnit.HOURS);
            var began = System.nanoTime();
            GeneratedJournal.write(server.beans(), source, RECORDS, end);
            say("%,d records generated in %,.0f s.%n".formatted(RECORDS, seconds(began)));
            index(sql);
            sql.sql("vacuum analyze").update();
            space(sql);
            pages(server);
            statistics(server, end);
            export(server);
        } finally {
            Files.writeString(Path.of("target", "journal.md"), report);
        }
    }

    private void index(JdbcClient sql) {
        var began = System.nanoTime();
        var blocks = (RECORDS - 1) / 1024;
        for (long done = 0; done < blocks; ) {
            LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
            done = sql.sql("select blocks from journal_index").query(Long.class).single();
        }
        var took = seconds(began);
        say("Indexed in %,.0f s: %,.0f records/s.%n".formatted(took, RECORDS / took));
    }

    private void space(JdbcClient sql) {
        say("%n| on disk | bytes a record |%n| --- | --- |%n".formatted());
        var all = 0L;
        for (var table : List.of("journal_record", "journal_posting", "journal_block")) {
            var size = sql.sql("""
                    select coalesce(
                        (select sum(pg_total_relation_size(relid)) from pg_partition_tree(cast(:name as regclass))),
                        pg_total_relation_size(cast(:name as regclass)))
                    """).param("name", table).query(Long.class).single();
            all += size;
            say("| `%s` and its indexes | %.0f |%n".formatted(table, (double) size / RECORDS));
        }
        var payload = sql.sql("select avg(length(payload)) from journal_record where sequence between 1000 and 100000")
                .query(Double.class)
                .single();
        say("| all | %.0f |%n| canonical bytes alone | %.0f |%n".formatted((double) all / RECORDS, payload));
    }

    private void pages(Server server) throws IOException {
        say("%n| page of 50 | first page, ms (worst) | middle, ms (worst) | last, ms (worst) |%n".formatted());
        say("| --- | --- | --- | --- |%n".formatted());
        for (var filter : filters(server).entrySet()) {
            say("| %s | %s | %s | %s |%n"
                    .formatted(
                            filter.getKey(),
                            time(server, filter.getValue(), ""),
                            time(server, filter.getValue(), "<" + RECORDS / 2),
                            time(server, filter.getValue(), ">0")));
        }
    }

    /** Each with values of its own each time, where there are many. */
    private static Map<String, List<String>> filters(Server server) throws IOException {
        var some = new ArrayList<JsonNode>();
        for (var i = 1; i <= TIMES; i++) {
            var place = cursor("<" + (RECORDS * i / (TIMES + 1) + 17));
            some.add(get(server, "/audit/decisions?limit=1&cursor=" + place)
                    .path("items")
                    .get(0));
        }
        var filters = new LinkedHashMap<String, List<String>>();
        filters.put("no filter", List.of("a=a"));
        filters.put("`subject`", each(some, "subject=", "/subject/id"));
        filters.put("`subject` of nobody", List.of("subject=nobody-at-all"));
        filters.put("`resource`", each(some, "resource=", "/resource/id"));
        filters.put("`action`, 1 in 2", List.of("action=read"));
        filters.put("`action`, 1 in 10,000", List.of("action=purge"));
        filters.put("`resourceType`", List.of("resourceType=invoices"));
        filters.put("`decision`, 19 in 20", List.of("decision=allow"));
        filters.put("`decision`, 1 in 20", List.of("decision=deny"));
        filters.put("`requester`, 1 in 10", List.of("requester=gateway-1"));
        filters.put("`channel`, 1 in 10,000", List.of("channel=console"));
        filters.put("`reason`, 3 in 4", List.of("reason=role"));
        filters.put("`reason`, 1 in 2,000", List.of("reason=inactive"));
        filters.put("an hour", each(some, "to=", "/at"));
        filters.put("`subject` + time", subjectAndTime(some));
        filters.put("`action` + `decision` + `reason`", List.of("action=delete&decision=deny&reason=scope"));
        filters.put("what never comes together", List.of("action=purge&channel=http"));
        return filters;
    }

    private static List<String> each(List<JsonNode> records, String filter, String member) {
        return records.stream()
                .map(record -> filter + record.at(member).asString())
                .toList();
    }

    private static List<String> subjectAndTime(List<JsonNode> records) {
        return records.stream()
                .map(record -> "subject=" + record.at("/subject/id").asString() + "&from="
                        + Instant.parse(record.path("at").asString()).minus(Duration.ofDays(3))
                        + "&to="
                        + Instant.parse(record.path("at").asString()).plus(Duration.ofDays(3)))
                .toList();
    }

    private static String time(Server server, List<String> filters, String cursor) throws IOException {
        var millis = new ArrayList<Double>();
        for (var i = 0; i < TIMES; i++) {
            var path = "/audit/decisions?limit=50&" + filters.get(i % filters.size())
                    + (cursor.isEmpty() ? "" : "&cursor=" + cursor(cursor));
            var began = System.nanoTime();
            get(server, path);
            millis.add(1000 * seconds(began));
        }
        var worst = Collections.max(millis);
        Collections.sort(millis);
        return String.format(Locale.ROOT, "%.1f (%.1f)", millis.get(TIMES / 2), worst);
    }

    private void statistics(Server server, Instant end) throws IOException {
        say("%n| counted by the hour | ms (worst) |%n| --- | --- |%n".formatted());
        var asked =
                List.of("statistics?by=decision", "statistics?by=action", "statistics?by=reason", "refusals?limit=10");
        for (var question : asked) {
            counted(server, question, end, Duration.ofDays(1));
        }
        // A day of it has more counts than one answer may, and is refused.
        counted(server, "statistics?by=subject", end, Duration.ofHours(1));
    }

    private void counted(Server server, String question, Instant end, Duration span) throws IOException {
        var millis = new ArrayList<Double>();
        for (var day = 2; day < 2 + TIMES; day++) {
            var to = end.minus(Duration.ofDays(day)).plusSeconds(1234);
            var began = System.nanoTime();
            get(server, "/audit/" + question + "&from=" + to.minus(span) + "&to=" + to);
            millis.add(1000 * seconds(began));
        }
        var worst = Collections.max(millis);
        Collections.sort(millis);
        say("| `%s` of %s | %.1f (%.1f) |%n".formatted(question, span, millis.get(TIMES / 2), worst));
    }

    private void export(Server server) throws IOException {
        var to = get(server, "/audit/decisions?limit=1&cursor=" + cursor("<" + Math.min(EXPORTED, RECORDS)))
                .at("/items/0/at")
                .asString();
        say("%n| export | records | records/s | MB/s | CPU us a record |%n| --- | --- | --- | --- | --- |%n"
                .formatted());
        for (var accept : List.of("application/x-ndjson", "text/csv", "application/x-ndjson")) {
            try (var connection = new Connection(server.port())) {
                var began = System.nanoTime();
                var cpu = CPU.getProcessCpuTime();
                var counts =
                        connection.drain(server.get("/audit/decisions/export?to=" + to, "Accept: " + accept + "\r\n"));
                var took = seconds(began);
                say("| `%s` | %,d | %,.0f | %.0f | %.1f |%n"
                        .formatted(
                                accept,
                                counts[1],
                                counts[1] / took,
                                counts[0] / took / 1e6,
                                (CPU.getProcessCpuTime() - cpu) / 1e3 / counts[1]));
            }
        }
    }

    private static JsonNode get(Server server, String path) throws IOException {
        try (var connection = new Connection(server.port())) {
            var answer = connection.exchange(server.get(path, ""));
            if (answer.status() != 200) {
                throw new IllegalStateException(path + " answered " + answer);
            }
            return JSON.readTree(answer.body());
        }
    }

    private static String cursor(String plain) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.US_ASCII));
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }

    private void say(String text) {
        System.out.print(text);
        report.append(text);
    }
}
