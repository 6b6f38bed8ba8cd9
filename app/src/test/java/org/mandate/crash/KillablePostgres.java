package org.mandate.crash;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.mandate.Databases.Database;

/** A PostgreSQL that can stand still, or be killed and started again over the same data, on the same port. */
public final class KillablePostgres implements AutoCloseable {

    /** Recovery included, on a machine that does other things as well. */
    private static final Duration LONGEST_START = Duration.ofMinutes(2);

    private final Path data;
    private EmbeddedPostgres server;

    public KillablePostgres(Path data) throws IOException {
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

    public Database database() {
        return new Database("jdbc:postgresql://localhost:" + server.getPort() + "/postgres", "postgres", "postgres");
    }

    /** What a server needs to be told to use it, and more. */
    public String[] arguments(String... more) {
        return Stream.of(database().arguments(), more).flatMap(Stream::of).toArray(String[]::new);
    }

    /** SIGKILL to the server and to all that it started. */
    public void kill() throws IOException {
        List<ProcessHandle> all = processes();
        all.forEach(ProcessHandle::destroyForcibly);
        CompletableFuture.allOf(all.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
                .join();
    }

    /** From here on it answers nothing, and hangs up on nobody. */
    public void standStill() throws IOException, InterruptedException {
        signal("STOP");
    }

    public void goOn() throws IOException, InterruptedException {
        signal("CONT");
    }

    private void signal(String name) throws IOException, InterruptedException {
        List<String> command = Stream.concat(
                        Stream.of("kill", "-" + name),
                        processes().stream().map(process -> String.valueOf(process.pid())))
                .toList();
        new ProcessBuilder(command).inheritIO().start().waitFor();
    }

    private List<ProcessHandle> processes() throws IOException {
        long parent = Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());
        ProcessHandle postmaster = ProcessHandle.of(parent).orElseThrow();
        return Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
    }

    public void startAgain() throws IOException {
        int port = server.getPort();
        server.close();
        server = builder().setPort(port).start();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
