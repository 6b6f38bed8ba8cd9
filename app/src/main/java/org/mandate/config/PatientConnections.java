package org.mandate.config;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Opens connections for a pool, and tries again at an even pace for as long as the database is away. A pool that tries again
 * by itself waits ever longer, up to five seconds: as long as everything may take to be back.
 */
final class PatientConnections extends DelegatingDataSource {

    static final Duration PACE = Duration.ofMillis(250);

    private final Supplier<DataSource> driver;
    private final Duration pace;

    /** @param driver asked with the first connection, when all settings of the pool are known */
    PatientConnections(Supplier<DataSource> driver, Duration pace) {
        this.driver = driver;
        this.pace = pace;
    }

    @Override
    public synchronized DataSource getTargetDataSource() {
        DataSource known = super.getTargetDataSource();
        if (known != null) {
            return known;
        }
        DataSource made = driver.get();
        setTargetDataSource(made);
        return made;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return opened(super::getConnection);
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        return opened(() -> super.getConnection(username, password));
    }

    /** Until one is opened, or the pool is closed and interrupts who works for it. */
    private Connection opened(Opening opening) throws SQLException {
        while (true) {
            try {
                return opening.open();
            } catch (SQLException away) {
                pause(away);
            }
        }
    }

    private void pause(SQLException away) throws SQLException {
        try {
            TimeUnit.MILLISECONDS.sleep(pace.toMillis());
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
            throw away;
        }
    }

    private interface Opening {
        Connection open() throws SQLException;
    }
}
