package org.mandate.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mandate.Databases;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** However often the database was away, the next attempt comes as soon as the first did. */
class PatientConnectionsTest {

    private final Away away = new Away();
    private final PatientConnections connections = new PatientConnections(() -> away, Duration.ofMillis(1));

    @AfterEach
    void forgetTheInterrupt() {
        Thread.interrupted();
    }

    @Test
    void triesUntilTheDatabaseIsBack() throws SQLException {
        away.attempts = 50;

        try (var connection = connections.getConnection("sa", "")) {
            assertThat(connection.isValid(1)).isTrue();
        }
        assertThat(away.attempts).isZero();
    }

    @Test
    void givesUpWhenItsPoolIsClosed() {
        away.attempts = Integer.MAX_VALUE;
        Thread.currentThread().interrupt();

        assertThatThrownBy(connections::getConnection).hasMessage("away");
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
    }

    /** A database that is away for a number of attempts. */
    private static final class Away extends AbstractDataSource {

        private int attempts;

        @Override
        public Connection getConnection() throws SQLException {
            return getConnection("sa", "");
        }

        @Override
        public Connection getConnection(String username, String password) throws SQLException {
            if (attempts > 0) {
                attempts--;
                throw new SQLException("away");
            }
            return DriverManager.getConnection(Databases.h2().url(), username, password);
        }
    }
}
