package org.mandate.store;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mandate.config.TransactionLimits;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The end of the history, for work that decides on all of it and then writes many events in one transaction. */
@Component
public class HistoryTail {

    private static final int CHUNK = 500;

    private final JdbcClient jdbc;
    private final HeadQueue queue;
    private final TransactionLimits limits;

    HistoryTail(JdbcClient jdbc, HeadQueue queue, TransactionLimits limits) {
        this.jdbc = jdbc;
        this.queue = queue;
        this.limits = limits;
    }

    /**
     * Keep everybody else from appending until this transaction ends, which may take as long as it takes.
     * @return the newest position
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public long lock() {
        queue.enter();
        try {
            jdbc.sql("SELECT position FROM history_head WHERE id = 1 FOR UPDATE")
                    .query(Long.class)
                    .single();
        } catch (DataAccessException failed) {
            throw HistoryAppend.waitedTooLong(failed.getCause()) ? new HistoryBusy() : failed;
        }
        limits.lift();
        return jdbc.sql("SELECT coalesce(max(position), 0) FROM history_event")
                .query(Long.class)
                .single();
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
}
