package org.mandate.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationKeySourceTest {

    @TempDir
    private Path directory;

    @Test
    void makesAKeyOnTheFirstStartAndFindsItAgain() throws IOException {
        Path file = directory.resolve("data").resolve("installation.key");

        byte[] made = new InstallationKeySource("", file).key().key().getEncoded();
        byte[] found = new InstallationKeySource("", file).key().key().getEncoded();

        assertThat(made).hasSize(32).isEqualTo(found);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void prefersTheGivenKeyAndLeavesNoFile() {
        Path file = directory.resolve("installation.key");
        byte[] given = new byte[32];
        given[0] = 7;

        byte[] key = new InstallationKeySource(Base64.getEncoder().encodeToString(given), file)
                .key()
                .key()
                .getEncoded();

        assertThat(key).isEqualTo(given);
        assertThat(file).doesNotExist();
    }

    @Test
    void refusesAKeyOfAnotherLengthWithoutRepeatingIt() {
        assertThatExceptionOfType(StartupRefused.class)
                .isThrownBy(() -> new InstallationKeySource("c2hvcnQ=", directory.resolve("k")).key())
                .withMessageContaining("32 bytes")
                .withMessageNotContaining("c2hvcnQ");
        assertThatExceptionOfType(StartupRefused.class)
                .isThrownBy(() -> new InstallationKeySource("not base64!", directory.resolve("k")).key());
    }
}
