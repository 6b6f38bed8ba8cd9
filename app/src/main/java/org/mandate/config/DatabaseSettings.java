package org.mandate.config;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.util.DriverDataSource;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;

/**
 * One database, four pools: commands and queries, the reader of the history, the writer of the journal and its readers, so
 * that none waits for a connection that another holds. Only the first is a candidate for injection by type.
 */
@Configuration(proxyBeanMethods = false)
class DatabaseSettings {

    /**
     * Every command has a transaction, but a sign-in that computes a hash must not keep a connection from others
     * meanwhile: a connection is taken with the first statement.
     */
    @Bean
    DataSource dataSource(@Qualifier("commandPool") HikariDataSource commandPool, MandateSettings settings) {
        return new LazyConnectionDataSourceProxy(durable(commandPool, settings));
    }

    @Bean(defaultCandidate = false)
    @Qualifier("commandPool")
    @ConfigurationProperties("spring.datasource.hikari")
    HikariDataSource commandPool(DataSourceProperties properties, MandateSettings settings, Clock clock) {
        new DurabilityCheck(settings.allowVolatile(), clock).check(properties);
        return pool(properties);
    }

    @Bean(defaultCandidate = false)
    @Qualifier("historyDataSource")
    HikariDataSource historyDataSource(
            DataSourceProperties properties, @Qualifier("commandPool") HikariDataSource commandPool) {
        HikariDataSource history = small("history", properties);
        history.setReadOnly(true);
        return history;
    }

    @Bean(defaultCandidate = false)
    @Qualifier("journalDataSource")
    DataSource journalDataSource(@Qualifier("journalPool") HikariDataSource journalPool, MandateSettings settings) {
        return durable(journalPool, settings);
    }

    @Bean(defaultCandidate = false)
    @Qualifier("journalPool")
    HikariDataSource journalPool(
            DataSourceProperties properties, @Qualifier("commandPool") HikariDataSource commandPool) {
        HikariDataSource journal = small("journal", properties);
        // Its writer must be back within seconds when the database is.
        journal.setConnectionTimeout(2000);
        return journal;
    }

    @Bean(defaultCandidate = false)
    @Qualifier("auditDataSource")
    HikariDataSource auditDataSource(
            DataSourceProperties properties, @Qualifier("commandPool") HikariDataSource commandPool) {
        HikariDataSource audit = small("audit", properties);
        audit.setMaximumPoolSize(6);
        audit.setMinimumIdle(2);
        return audit;
    }

    /** As the pool would make it. */
    private static DataSource driver(HikariDataSource pool) {
        return new DriverDataSource(
                pool.getJdbcUrl(),
                pool.getDriverClassName(),
                pool.getDataSourceProperties(),
                pool.getUsername(),
                pool.getPassword());
    }

    private static DataSource durable(HikariDataSource pool, MandateSettings settings) {
        boolean waits = settings.embedded().sync() && SessionLimits.of(pool.getJdbcUrl()) == SessionLimits.H2;
        return waits ? new SyncedDataSource(pool) : pool;
    }

    private static HikariDataSource small(String name, DataSourceProperties properties) {
        HikariDataSource pool = pool(properties);
        pool.setPoolName(name);
        pool.setMaximumPoolSize(4);
        pool.setConnectionTimeout(3000);
        return pool;
    }

    private static HikariDataSource pool(DataSourceProperties properties) {
        HikariDataSource pool = properties
                .initializeDataSourceBuilder()
                .type(HikariDataSource.class)
                .build();
        SessionLimits.of(pool.getJdbcUrl()).applyTo(pool);
        pool.setDataSource(new PatientConnections(() -> driver(pool), PatientConnections.PACE));
        return pool;
    }
}
