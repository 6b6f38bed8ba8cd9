package org.mandate.config;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;

/** Refuses a database that could lose an acknowledged commit, or whose clock is not ours. */
final class DurabilityCheck {

    private static final Duration TOLERATED_SKEW = Duration.ofSeconds(5);

    /** A path and no further file system of H2's, some of which live in memory; one letter is a drive. */
    private static final Pattern FILE = Pattern.compile("jdbc:h2:async:(?![A-Za-z]{2,}:)");

    private final boolean allowVolatile;
    private final Clock clock;

    DurabilityCheck(boolean allowVolatile, Clock clock) {
        this.allowVolatile = allowVolatile;
        this.clock = clock;
    }

    void check(DataSourceProperties properties) {
        String url = properties.determineUrl();
        SessionLimits kind = SessionLimits.of(url);
        if (kind == SessionLimits.H2) {
            checkUrl(url);
        }
        try (Connection connection =
                DriverManager.getConnection(url, properties.determineUsername(), properties.determinePassword())) {
            if (kind == SessionLimits.H2) {
                checkH2(connection);
            } else {
                checkPostgres(connection);
            }
            checkClock(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("the database at `spring.datasource.url` cannot be opened", e);
        }
    }

    private void checkUrl(String url) {
        boolean memory = url.startsWith("jdbc:h2:mem:");
        if (memory && !allowVolatile) {
            throw new StartupRefused(
                    "an in-memory database forgets everything: name a file in `spring.datasource.url`, or"
                            + " set `mandate.allow-volatile` to true");
        }
        if (!memory && !FILE.matcher(url).lookingAt()) {
            throw new StartupRefused(
                    "an H2 database must be opened as `jdbc:h2:async:<file>;WRITE_DELAY=0`, or it can be"
                            + " closed by an interrupted thread");
        }
    }

    private static void checkH2(Connection connection) throws SQLException {
        if (ask(connection, "SELECT DATABASE_PATH()").isEmpty()) {
            return;
        }
        String delay = ask(
                connection, "SELECT SETTING_VALUE FROM INFORMATION_SCHEMA.SETTINGS WHERE SETTING_NAME = 'WRITE_DELAY'");
        if (!delay.equals("0")) {
            throw new StartupRefused(
                    "H2 loses acknowledged commits unless `;WRITE_DELAY=0` is part of `spring.datasource.url`");
        }
    }

    private static void checkPostgres(Connection connection) throws SQLException {
        for (String setting : new String[] {"fsync", "synchronous_commit", "full_page_writes"}) {
            String value = ask(connection, "SELECT current_setting('" + setting + "')");
            if (value.toLowerCase(Locale.ROOT).equals("off")) {
                throw new StartupRefused("PostgreSQL loses acknowledged commits with `" + setting
                        + "` off: set it to on for this database and user");
            }
        }
    }

    private void checkClock(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT CURRENT_TIMESTAMP");
                ResultSet row = statement.executeQuery()) {
            row.next();
            var theirs = row.getObject(1, OffsetDateTime.class).toInstant();
            Duration skew = Duration.between(theirs, clock.instant()).abs();
            if (skew.compareTo(TOLERATED_SKEW) > 0) {
                throw new StartupRefused("the clocks of this machine and of the database differ by " + skew.toSeconds()
                        + " s: synchronise them to within 5 s");
            }
        }
    }

    private static String ask(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            String value = row.next() ? row.getString(1) : null;
            return value == null ? "" : value;
        }
    }
}
