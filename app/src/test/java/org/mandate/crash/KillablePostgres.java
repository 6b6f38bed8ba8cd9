package org.mandate.crash;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** A PostgreSQL that can be killed and started again over the same data, on the same port. */
final class KillablePostgres implements AutoCloseable {

    /** Recovery included, on a machine that does other things as well. */
    private static final Duration LONGEST_START = Duration.ofMinutes(2);

    private final Path data;
    private EmbeddedPostgres server;

    KillablePostgres(Path data) throws IOException {
        this.data = data;
        this.server = builder().start();
    }

    private EmbeddedPostgres.Builder builder() {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setPGStartupWait(LONGEST_START)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on");
    }

    /** What a server needs to be told to use it, and more. */
    String[] arguments(String... more) {
        return Stream.concat(
                        Stream.of(
                                "--spring.datasource.url=jdbc:postgresql://localhost:" + server.getPort() + "/postgres",
                                "--spring.datasource.username=postgres",
                                "--spring.datasource.password=postgres"),
                        Stream.of(more))
                .toArray(String[]::new);
    }

    /** SIGKILL to the server and to all that it started. */
    void kill() throws IOException {
        long parent = Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());
        ProcessHandle postmaster = ProcessHandle.of(parent).orElseThrow();
        List<ProcessHandle> all =
                Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
        all.forEach(ProcessHandle::destroyForcibly);
        CompletableFuture.allOf(all.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
                .join();
    }

    void startAgain() throws IOException {
        int port = server.getPort();
        server.close();
        server = builder().setPort(port).start();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
