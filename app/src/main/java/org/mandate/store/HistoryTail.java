package org.mandate.store;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The end of the history, for work that decides on all of it and then writes many events in one transaction. */
@Component
public class HistoryTail {

    private static final int CHUNK = 500;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    HistoryTail(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    /**
     * Keep everybody else from appending until this transaction ends, which may take as long as it takes.
     * @return the newest position
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public long lock() {
        try {
            long head = jdbc.sql("SELECT position FROM history_head WHERE id = 1 FOR UPDATE")
                    .query(Long.class)
                    .single();
            liftTimeLimits();
            return head;
        } catch (CannotAcquireLockException | QueryTimeoutException waited) {
            throw new HistoryBusy(waited);
        }
    }

    /** The last sequence number of those of these streams that exist. */
    public Map<String, Long> lastSequences(Collection<String> streams) {
        Map<String, Long> last = new HashMap<>();
        List<String> names = List.copyOf(streams);
        for (int from = 0; from < names.size(); from += CHUNK) {
            jdbc.sql("SELECT stream, max(stream_seq) FROM history_event WHERE stream IN (:streams) GROUP BY stream")
                    .param("streams", names.subList(from, Math.min(from + CHUNK, names.size())))
                    .query(row -> {
                        last.put(row.getString(1), row.getLong(2));
                    });
        }
        return last;
    }

    // PostgreSQL limits each transaction of the pool; this one is known to be long.
    private void liftTimeLimits() {
        boolean postgres = Boolean.TRUE.equals(template.execute((java.sql.Connection connection) ->
                connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")));
        if (postgres) {
            template.query("""
                    SELECT set_config(name, '0', true)
                    FROM pg_settings
                    WHERE name IN ('statement_timeout', 'idle_in_transaction_session_timeout', 'transaction_timeout')
                    """, row -> {});
        }
    }
}
