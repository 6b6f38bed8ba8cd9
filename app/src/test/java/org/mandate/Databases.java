package org.mandate;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/**
 * Fresh databases for tests: a durable H2 file, or a new database in one real PostgreSQL 18 that is started once per JVM.
 */
public final class Databases {

    private static final Map<String, String> DURABLE =
            Map.of("fsync", "on", "synchronous_commit", "on", "full_page_writes", "on");

    private static final Map<String, Path> KEYS = new ConcurrentHashMap<>();
    private static final Map<String, Path> HEADS = new ConcurrentHashMap<>();
    private static int made;

    private Databases() {}

    /** Where a fresh database is, and how to get in. */
    public record Database(String url, String username, String password) {

        /** As Spring properties, {@code name=value} each. */
        public String[] properties() {
            return new String[] {
                "spring.datasource.url=" + url,
                "spring.datasource.username=" + username,
                "spring.datasource.password=" + password,
                "mandate.journal.heads-file=" + headsFile()
            };
        }

        /** Where the installation key of this database stands, whoever opens it. */
        public Path keyFile() {
            return KEYS.computeIfAbsent(url, any -> temporaryDirectory().resolve("installation.key"));
        }

        /** Where the heads that are signed of this database stand outside of it, whoever opens it. */
        public Path headsFile() {
            return HEADS.computeIfAbsent(url, any -> temporaryDirectory().resolve("tree-heads.ndjson"));
        }

        /** As program arguments. */
        public String[] arguments() {
            return Stream.of(properties()).map(property -> "--" + property).toArray(String[]::new);
        }
    }

    /** A new H2 database in a directory of its own. */
    public static Database h2() {
        Path file = temporaryDirectory().resolve("mandate");
        return new Database("jdbc:h2:async:" + file + ";WRITE_DELAY=0", "sa", "");
    }

    /** A new database in the shared PostgreSQL. */
    public static synchronized Database postgres() {
        String name = "mandate_" + ++made;
        EmbeddedPostgres server = Server.RUNNING;
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot create a database", e);
        }
        return new Database("jdbc:postgresql://localhost:" + server.getPort() + "/" + name, "postgres", "postgres");
    }

    /** A directory that is deleted when the JVM ends. */
    public static Path temporaryDirectory() {
        try {
            Path directory = Files.createTempDirectory("mandate-test");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> deleteQuietly(directory)));
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void deleteQuietly(Path directory) {
        try {
            FileSystemUtils.deleteRecursively(directory);
        } catch (IOException e) {
            System.err.println("left behind: " + List.of(directory, e));
        }
    }

    /** Started on first use; zonky stops it and removes its files when the JVM ends. */
    private static final class Server {

        static final EmbeddedPostgres RUNNING = start();

        private static EmbeddedPostgres start() {
            try {
                EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder();
                DURABLE.forEach(builder::setServerConfig);
                return builder.start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
