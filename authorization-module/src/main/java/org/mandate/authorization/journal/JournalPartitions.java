package org.mandate.authorization.journal;

import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the partitions of the coming months on PostgreSQL; an embedded database has none. A month that could not be made is
 * tried again within the hour, and until then its records land in the partition for the rest.
 */
final class JournalPartitions implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(JournalPartitions.class);
    private static final int MONTHS_AHEAD = 2;

    private static final String EXISTS = "select to_regclass(?) is not null";
    private static final String CREATE = "create table %s (like journal_record including all)";
    /** Attaching lets others write meanwhile; making it a partition at once would not. */
    private static final String ATTACH = "alter table journal_record attach partition %s for values from (%d) to (%d)";
    /** One node at a time; the number is no more than a name. */
    private static final String ALONE = "select pg_advisory_xact_lock(4711830)";

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "journal-partitions");
        thread.setDaemon(true);
        return thread;
    });

    JournalPartitions(DataSource dataSource, Clock clock) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.transactions = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
        this.clock = clock;
    }

    void start() {
        makeAhead();
        timer.scheduleWithFixedDelay(this::makeAhead, 1, 1, TimeUnit.HOURS);
    }

    private void makeAhead() {
        try {
            if (isPostgres()) {
                var now = YearMonth.from(clock.instant().atOffset(ZoneOffset.UTC));
                for (int ahead = 0; ahead <= MONTHS_AHEAD; ahead++) {
                    make(now.plusMonths(ahead));
                }
            }
        } catch (RuntimeException e) {
            LOG.warn("the journal's partitions of the coming months cannot be made", e);
        }
    }

    private boolean isPostgres() {
        return Boolean.TRUE.equals(jdbc.execute((ConnectionCallback<Boolean>)
                connection -> connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")));
    }

    private void make(YearMonth month) {
        var name = "journal_record_%d_%02d".formatted(month.getYear(), month.getMonthValue());
        try {
            transactions.executeWithoutResult(status -> makeUnlessThere(name, month));
        } catch (RuntimeException e) {
            LOG.warn("the journal goes on without the partition {}", name, e);
        }
    }

    private void makeUnlessThere(String name, YearMonth month) {
        jdbc.execute(ALONE);
        if (!Boolean.TRUE.equals(jdbc.queryForObject(EXISTS, Boolean.class, name))) {
            jdbc.execute(CREATE.formatted(name));
            jdbc.execute(ATTACH.formatted(name, micros(month), micros(month.plusMonths(1))));
        }
    }

    private static long micros(YearMonth month) {
        return CanonicalForm.micros(Instant.from(month.atDay(1).atStartOfDay(ZoneOffset.UTC)));
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
