package org.mandate.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Base64;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.mandate.Databases;
import org.mandate.Databases.Database;
import org.mandate.RunningApp;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A database is opened with the key alone that it was begun with. */
@ParameterizedClass
@EnumSource(InstallationSealTest.Kind.class)
class InstallationSealTest {

    enum Kind {
        H2(Databases::h2),
        POSTGRES(Databases::postgres);

        private final Supplier<Database> fresh;

        Kind(Supplier<Database> fresh) {
            this.fresh = fresh;
        }
    }

    @Parameter
    Kind kind;

    @TempDir
    private Path directory;

    @Test
    void refusesToStartWithAnotherKey() {
        var database = kind.fresh.get();
        RunningApp.on(database, key(1)).close();

        assertRefused(database, "set `mandate.installation-key` or `MANDATE_INSTALLATION_KEY`", key(2));

        RunningApp.on(database, key(1)).close();
    }

    @Test
    void makesNoKeyForADatabaseThatHasOne() {
        var database = kind.fresh.get();
        RunningApp.on(database, file("first")).close();

        assertRefused(database, "`MANDATE_INSTALLATION_KEY`", file("second"));

        assertThat(directory.resolve("second")).doesNotExist();
        RunningApp.on(database, file("first")).close();
    }

    @Test
    void knowsTheKeyOfADatabaseThatHasNoSealYet() {
        var database = kind.fresh.get();
        try (var app = RunningApp.on(database, key(1))) {
            unseal(app);
        }

        assertRefused(database, "sealed with another installation key", key(2));

        RunningApp.on(database, key(1)).close();
        assertRefused(database, "sealed with another installation key", key(2));
    }

    private static void unseal(ConfigurableApplicationContext app) {
        assertThat(JdbcClient.create(app.getBean(DataSource.class))
                        .sql("delete from identity_installation")
                        .update())
                .isEqualTo(1);
    }

    private static void assertRefused(Database database, String change, String argument) {
        assertThatThrownBy(() -> RunningApp.on(database, argument))
                .satisfies(thrown -> assertThatExceptionOfType(StartupRefused.class)
                        .isThrownBy(() -> {
                            throw root(thrown);
                        })
                        .withMessageContaining(change));
    }

    private static Throwable root(Throwable thrown) {
        return thrown.getCause() == null ? thrown : root(thrown.getCause());
    }

    private static String key(int first) {
        byte[] bytes = new byte[32];
        bytes[0] = (byte) first;
        return "--mandate.installation-key=" + Base64.getEncoder().encodeToString(bytes);
    }

    private String file(String name) {
        return "--mandate.installation-key-file=" + directory.resolve(name);
    }
}
