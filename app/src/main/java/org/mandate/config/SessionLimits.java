package org.mandate.config;

import com.zaxxer.hikari.HikariDataSource;
import org.mandate.authorization.journal.ClosedDatabase;

/**
 * How long a session may wait or stall: nobody who holds the head of the history can hold it for long. On PostgreSQL a
 * transaction that needs more lifts a limit for itself with {@code SET LOCAL}.
 */
enum SessionLimits {
    H2("SET LOCK_TIMEOUT 2000"),
    // transaction_timeout exists from PostgreSQL 17 on; what a server does not have is not set.
    POSTGRESQL("""
            SELECT set_config(name, CASE name WHEN 'lock_timeout' THEN '2s' ELSE '10s' END, false)
            FROM pg_settings
            WHERE name IN ('lock_timeout', 'statement_timeout', 'idle_in_transaction_session_timeout',
                           'transaction_timeout')
            """);

    private final String sql;

    SessionLimits(String sql) {
        this.sql = sql;
    }

    static SessionLimits of(String url) {
        if (url.startsWith("jdbc:h2:")) {
            return H2;
        }
        if (url.startsWith("jdbc:postgresql:")) {
            return POSTGRESQL;
        }
        throw new StartupRefused("`spring.datasource.url` must name an H2 or a PostgreSQL database");
    }

    void applyTo(HikariDataSource pool) {
        pool.setConnectionInitSql(sql);
        switch (this) {
            case H2 -> {
                // A command needs more than the eight statements that a session of H2 keeps prepared.
                pool.addDataSourceProperty("QUERY_CACHE_SIZE", "64");
                pool.setExceptionOverrideClassName(ClosedDatabase.class.getName());
            }
            case POSTGRESQL -> pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        }
    }
}
