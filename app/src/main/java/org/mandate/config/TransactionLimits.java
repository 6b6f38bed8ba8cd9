package org.mandate.config;

import javax.sql.DataSource;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Lets one transaction, an import for instance, take longer than an ordinary command may. */
@Component
public class TransactionLimits {

    private static final String LIFTED = """
            SELECT set_config(name, '0', true)
            FROM pg_settings
            WHERE name IN ('statement_timeout', 'idle_in_transaction_session_timeout', 'transaction_timeout')
            """;

    private final JdbcTemplate jdbc;
    private final SessionLimits kind;

    TransactionLimits(DataSource dataSource, DataSourceProperties properties) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.kind = SessionLimits.of(properties.determineUrl());
    }

    /** Lift the time limits of the running transaction, until it ends. */
    public void lift() {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("there is no transaction whose limits could be lifted");
        }
        if (kind == SessionLimits.POSTGRESQL) {
            jdbc.query(LIFTED, row -> {});
        }
    }
}
