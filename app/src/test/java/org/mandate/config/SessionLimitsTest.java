package org.mandate.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mandate.Databases;
import org.mandate.Databases.Database;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class SessionLimitsTest {

    private final DataSourceProperties properties = new DataSourceProperties();
    private final HikariDataSource pool = pool(Databases.postgres());
    private final JdbcClient jdbc = JdbcClient.create(pool);
    private final TransactionLimits limits = new TransactionLimits(pool, properties);

    private HikariDataSource pool(Database database) {
        properties.setUrl(database.url());
        HikariDataSource made = new HikariDataSource();
        made.setJdbcUrl(database.url());
        made.setUsername(database.username());
        made.setPassword(database.password());
        made.setMaximumPoolSize(1);
        SessionLimits.of(database.url()).applyTo(made);
        return made;
    }

    @AfterEach
    void close() {
        pool.close();
    }

    @Test
    void boundsStatementsTransactionsAndLockWaitsOnPostgres() {
        assertThat(setting("statement_timeout")).isEqualTo("10s");
        assertThat(setting("transaction_timeout")).isEqualTo("10s");
        assertThat(setting("idle_in_transaction_session_timeout")).isEqualTo("10s");
        assertThat(setting("lock_timeout")).isEqualTo("2s");
    }

    @Test
    void liftsThemForOneTransactionOnly() {
        new TransactionTemplate(new JdbcTransactionManager(pool)).executeWithoutResult(status -> {
            limits.lift();
            assertThat(setting("statement_timeout")).isEqualTo("0");
            assertThat(setting("transaction_timeout")).isEqualTo("0");
        });

        assertThat(setting("statement_timeout")).isEqualTo("10s");
        assertThat(setting("transaction_timeout")).isEqualTo("10s");
    }

    @Test
    void refusesToLiftThemWithoutATransaction() {
        assertThatIllegalStateException().isThrownBy(limits::lift);
    }

    private String setting(String name) {
        return jdbc.sql("SELECT current_setting(?)")
                .param(name)
                .query(String.class)
                .single();
    }
}
