package org.mandate.authorization.journal;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Fills the journal of a database, fastest of a PostgreSQL, with as many records as one wants, sealed and encoded by the code that writes real
 * ones. The head moves when all are there, so whatever follows the journal finds them at once.
 */
public final class GeneratedJournal {

    private static final byte[] SIGNATURE = "PGCOPY\n\u00ff\r\n\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final Duration LENGTH = Duration.ofDays(30);
    private static final int CHUNK = 200_000;
    private static final int BATCH = 1_000;
    private static final long SEED = 20261127;

    private final DataSource dataSource;
    private final SubjectKeys keys;
    private final TypicalDecisions decisions;
    private final Instant start;
    private final long number;
    private final Random random = new Random(SEED);

    private GeneratedJournal(DataSource dataSource, SubjectKeys keys, long number, Instant end) {
        this.dataSource = dataSource;
        this.keys = keys;
        this.number = number;
        this.start = end.minus(LENGTH).truncatedTo(ChronoUnit.DAYS);
        this.decisions = new TypicalDecisions(random);
    }

    /** Write that many records, made within the 30 days before that instant, into the journal of a running application. */
    public static void write(BeanFactory application, DataSource dataSource, long number, Instant end)
            throws SQLException, IOException {
        var keys = application.getBean(SubjectKeys.class);
        keys.remember(keys.provide(new JdbcTemplate(dataSource), Set.of(SubjectKeys.NOBODY)));
        new GeneratedJournal(dataSource, keys, number, end).write();
    }

    private void write() throws SQLException, IOException {
        var jdbc = JdbcClient.create(dataSource);
        var copies = copies();
        if (copies) {
            partitions(jdbc);
        }
        var first = jdbc.sql("select last_sequence from journal_head")
                        .query(Long.class)
                        .single()
                + 1;
        var began = System.nanoTime();
        try (var connection = dataSource.getConnection()) {
            if (copies) {
                withoutLimits(connection);
            }
            for (long done = 0; done < number; ) {
                var size = Math.min(CHUNK, number - done);
                if (copies) {
                    copy(connection, first + done, size);
                } else {
                    insert(connection, first + done, size);
                }
                done += size;
                var rate = done * 1e9 / (System.nanoTime() - began);
                System.out.printf(
                        "generated %,d of %,d records, %,.0f/s, %,.0f s left%n",
                        done, number, rate, (number - done) / rate);
            }
        }
        jdbc.sql("update journal_head set last_sequence = ?")
                .param(first + number - 1)
                .update();
    }

    private boolean copies() throws SQLException {
        try (var connection = dataSource.getConnection()) {
            return connection.isWrapperFor(PGConnection.class);
        }
    }

    private static void withoutLimits(Connection connection) throws SQLException {
        try (var limits = connection.createStatement()) {
            limits.execute("set statement_timeout = 0");
            limits.execute("set transaction_timeout = 0");
        }
    }

    private void insert(Connection connection, long first, long size) throws SQLException {
        var sql = "insert into journal_record (sequence, id, made_at, payload) values (?, ?, ?, ?)";
        try (var statement = connection.prepareStatement(sql)) {
            for (var sequence = first; sequence < first + size; sequence++) {
                var row = record(sequence);
                statement.setLong(1, sequence);
                statement.setObject(2, UUID.fromString(row.id()));
                statement.setLong(3, row.madeAt());
                statement.setBytes(4, row.canonical());
                statement.addBatch();
                if (sequence % BATCH == 0) {
                    statement.executeBatch();
                }
            }
            statement.executeBatch();
        }
    }

    private void partitions(JdbcClient jdbc) {
        var month = start.atOffset(ZoneOffset.UTC).toLocalDate().withDayOfMonth(1);
        for (; micros(month) < CanonicalForm.micros(start.plus(LENGTH)); month = month.plusMonths(1)) {
            jdbc.sql("create table if not exists journal_record_%s partition of journal_record".formatted(name(month))
                            + " for values from (%d) to (%d)".formatted(micros(month), micros(month.plusMonths(1))))
                    .update();
        }
    }

    private static String name(LocalDate month) {
        return DateTimeFormatter.ofPattern("uuuu_MM", Locale.ROOT).format(month);
    }

    private static long micros(LocalDate day) {
        return CanonicalForm.micros(day.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    private void copy(Connection connection, long first, long size) throws SQLException, IOException {
        var sql = "copy journal_record (sequence, id, made_at, payload) from stdin (format binary)";
        try (var out =
                new DataOutputStream(new PGCopyOutputStream(connection.unwrap(PGConnection.class), sql, 1 << 20))) {
            out.write(SIGNATURE);
            out.writeInt(0);
            out.writeInt(0);
            for (var sequence = first; sequence < first + size; sequence++) {
                row(out, sequence, record(sequence));
            }
            out.writeShort(-1);
        }
    }

    private Row record(long sequence) {
        var nanos = LENGTH.toNanos() / number * sequence;
        var at = start.plusNanos(nanos).truncatedTo(ChronoUnit.MICROS);
        return PendingDecision.of(decisions.next(id(at), at, sequence), keys).row(keys::known);
    }

    private String id(Instant at) {
        var high = (at.toEpochMilli() << 16) | 0x7000L | random.nextInt(0x1000);
        return new UUID(high, (random.nextLong() >>> 2) | Long.MIN_VALUE).toString();
    }

    private static void row(DataOutputStream out, long sequence, Row row) throws IOException {
        var id = UUID.fromString(row.id());
        out.writeShort(4);
        out.writeInt(Long.BYTES);
        out.writeLong(sequence);
        out.writeInt(2 * Long.BYTES);
        out.writeLong(id.getMostSignificantBits());
        out.writeLong(id.getLeastSignificantBits());
        out.writeInt(Long.BYTES);
        out.writeLong(row.madeAt());
        out.writeInt(row.canonical().length);
        out.write(row.canonical());
    }
}
