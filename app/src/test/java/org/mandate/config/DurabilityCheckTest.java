package org.mandate.config;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.mandate.Databases;
import org.mandate.Databases.Database;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;

/** A database that could lose an acknowledged commit is refused with a sentence that says what to change. */
class DurabilityCheckTest {

    private static final Clock CLOCK = Clock.systemUTC();

    @Test
    void acceptsADurableH2File() {
        assertThatCode(() -> check(Databases.h2())).doesNotThrowAnyException();
    }

    @Test
    void refusesAnH2FileThatWritesLater() {
        Database delayed =
                new Database("jdbc:h2:async:" + Databases.temporaryDirectory().resolve("db"), "sa", "");

        refuses(delayed, "`;WRITE_DELAY=0`");
    }

    @Test
    void refusesAnH2FileThatAnInterruptCanClose() {
        Database file =
                new Database("jdbc:h2:" + Databases.temporaryDirectory().resolve("db") + ";WRITE_DELAY=0", "sa", "");

        refuses(file, "`jdbc:h2:async:<file>;WRITE_DELAY=0`");
    }

    @Test
    void refusesAnInMemoryDatabaseUnlessItIsAskedFor() {
        Database memory = new Database("jdbc:h2:mem:volatile", "sa", "");

        refuses(memory, "`mandate.allow-volatile`");
        refuses(
                new Database("jdbc:h2:async:memFS:volatile;WRITE_DELAY=0", "sa", ""),
                "`jdbc:h2:async:<file>;WRITE_DELAY=0`");
        assertThatCode(() -> new DurabilityCheck(true, CLOCK).check(properties(memory)))
                .doesNotThrowAnyException();
    }

    @Test
    void refusesAnyOtherDatabase() {
        refuses(new Database("jdbc:hsqldb:mem:x", "sa", ""), "H2 or a PostgreSQL");
    }

    @Test
    void acceptsADurablePostgres() {
        assertThatCode(() -> check(Databases.postgres())).doesNotThrowAnyException();
    }

    @Test
    void refusesAPostgresThatAnswersBeforeItHasWritten() {
        Database durable = Databases.postgres();
        Database asynchronous = new Database(
                durable.url() + "?options=-c%20synchronous_commit=off", durable.username(), durable.password());

        refuses(asynchronous, "`synchronous_commit`");
    }

    @Test
    void refusesAPostgresThatNeverSyncs() throws IOException {
        try (EmbeddedPostgres lax =
                EmbeddedPostgres.builder().setServerConfig("fsync", "off").start()) {
            refuses(new Database(lax.getJdbcUrl("postgres", "postgres"), "postgres", "postgres"), "`fsync`");
        }
    }

    @Test
    void refusesAClockThatIsNotTheDatabases() {
        Clock fast = Clock.offset(CLOCK, Duration.ofSeconds(30));

        assertThatExceptionOfType(StartupRefused.class)
                .isThrownBy(() -> new DurabilityCheck(false, fast).check(properties(Databases.h2())))
                .withMessageContaining("synchronise");
    }

    private static void refuses(Database database, String change) {
        assertThatExceptionOfType(StartupRefused.class)
                .isThrownBy(() -> check(database))
                .withMessageContaining(change);
    }

    private static void check(Database database) {
        new DurabilityCheck(false, CLOCK).check(properties(database));
    }

    private static DataSourceProperties properties(Database database) {
        DataSourceProperties properties = new DataSourceProperties();
        properties.setUrl(database.url());
        properties.setUsername(database.username());
        properties.setPassword(database.password());
        return properties;
    }
}
