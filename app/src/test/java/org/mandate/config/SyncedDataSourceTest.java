package org.mandate.config;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mandate.Databases;
import org.mandate.Databases.Database;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * With {@code mandate.embedded.sync} no transaction that writes ends before the disk has it. A user who may not ask H2 to wait
 * for the disk shows when it is asked.
 */
class SyncedDataSourceTest {

    private static final String REFUSED = "Admin rights are required";

    private final Database database = Databases.h2();
    private final Connection owner;

    SyncedDataSourceTest() throws SQLException {
        owner = DriverManager.getConnection(database.url(), database.username(), database.password());
    }

    @AfterEach
    void close() throws SQLException {
        owner.close();
    }

    @BeforeEach
    void makeAUserWhoMayNotSync() throws SQLException {
        try (var statement = owner.createStatement()) {
            statement.execute("create table note (text varchar(10))");
            statement.execute("create user plain password 'plain'");
            statement.execute("grant select, insert on note to plain");
        }
    }

    private Connection connection(String username, String password) throws SQLException {
        // Settings in the URL are for the one who opens the database first.
        var url = database.url().substring(0, database.url().indexOf(';'));
        var connection = new SyncedDataSource(new DriverManagerDataSource(url, username, password)).getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    @Test
    void waitsForTheDiskWithEachCommit() throws SQLException {
        try (var connection = connection("plain", "plain");
                var statement = connection.createStatement()) {
            statement.execute("insert into note values ('kept')");
            assertThatThrownBy(connection::commit).hasMessageContaining(REFUSED);
        }
    }

    @Test
    void commitsWhereItMayWait() throws SQLException {
        try (var connection = connection(database.username(), database.password());
                var statement = connection.createStatement()) {
            statement.execute("insert into note values ('kept')");
            assertThatCode(connection::commit).doesNotThrowAnyException();
        }
    }

    @Test
    void hasNothingToWaitForWhereNothingIsWritten() throws SQLException {
        try (var connection = connection("plain", "plain")) {
            assertThatCode(connection::rollback).doesNotThrowAnyException();
            connection.setReadOnly(true);
            assertThatCode(connection::commit).doesNotThrowAnyException();
        }
    }

    @Test
    void saysWhatTheDatabaseSays() throws SQLException {
        try (var connection = connection("plain", "plain")) {
            assertThatThrownBy(() -> connection.prepareStatement("no statement"))
                    .isInstanceOf(SQLException.class);
        }
    }
}
