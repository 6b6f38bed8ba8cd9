package org.mandate.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import org.mandate.identity.InstallationKey;
import org.mandate.identity.InstallationSeal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The installation key: given as a setting, else read from its file, which is made on the first start. */
final class InstallationKeySource {

    private static final Logger log = LoggerFactory.getLogger(InstallationKeySource.class);
    private static final int BYTES = 32;

    private final String given;
    private final Path file;

    InstallationKeySource(String given, Path file) {
        this.given = given;
        this.file = file;
    }

    /** The key of the database that has this seal. */
    InstallationKey key(InstallationSeal seal) {
        if (given.isBlank() && !Files.exists(file) && !seal.isUnused()) {
            throw new StartupRefused(
                    "the database is sealed with an installation key that this node does not have: set "
                            + "`mandate.installation-key` or `MANDATE_INSTALLATION_KEY` to it, or copy its file to `"
                            + file + "`");
        }
        InstallationKey key = key();
        if (!seal.admits(key)) {
            throw new StartupRefused("the database is sealed with another installation key than the one in " + place()
                    + ": every node and every start needs the same, so set `mandate.installation-key` or "
                    + "`MANDATE_INSTALLATION_KEY` to the one that the first had");
        }
        return key;
    }

    private String place() {
        return given.isBlank() ? "`" + file + "`" : "`mandate.installation-key`";
    }

    InstallationKey key() {
        if (!given.isBlank()) {
            return decode(given, "`mandate.installation-key`");
        }
        try {
            if (!Files.exists(file)) {
                create();
            }
            return decode(Files.readString(file, StandardCharsets.US_ASCII), "`" + file + "`");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read or create the installation key in `" + file + "`", e);
        }
    }

    private void create() throws IOException {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        Path directory = file.toAbsolutePath().getParent();
        if (directory != null) {
            Files.createDirectories(directory);
        }
        try {
            Files.createFile(file, ownerOnly());
            Files.writeString(
                    file,
                    Base64.getEncoder().encodeToString(bytes),
                    StandardCharsets.US_ASCII,
                    StandardOpenOption.DSYNC);
            log.info("made the installation key in {}: keep a copy apart from the database's backups", file);
        } catch (FileAlreadyExistsException e) {
            log.debug("another process made {}", file, e);
        }
    }

    private FileAttribute<?>[] ownerOnly() {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private static InstallationKey decode(String base64, String where) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(base64.strip());
        } catch (IllegalArgumentException e) {
            throw refused(where);
        }
        if (bytes.length != BYTES) {
            throw refused(where);
        }
        return InstallationKey.of(bytes);
    }

    private static StartupRefused refused(String where) {
        return new StartupRefused("the installation key in " + where + " must be 32 bytes in base64");
    }
}
