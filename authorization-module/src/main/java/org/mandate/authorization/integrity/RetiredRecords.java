package org.mandate.authorization.integrity;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads what retention has written down of what it took away. */
final class RetiredRecords {

    private final JdbcClient jdbc;

    RetiredRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The last sequence that is gone; 0 when all are there. */
    long last() {
        return jdbc.sql("select coalesce(max(last_sequence), 0) from journal_retired")
                .query(Long.class)
                .single();
    }

    Optional<Retired> range() {
        var last = last();
        return last == 0 ? Optional.empty() : Optional.of(new Retired(1, last));
    }
}
