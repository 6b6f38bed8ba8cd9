package org.mandate.load;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** Starts the packaged jar as a user would and waits until it says that it is ready. */
final class PackagedJar {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private PackagedJar() {}

    static Path locate() throws IOException {
        try (var files = Files.newDirectoryStream(Path.of("target"), "app-*.jar")) {
            return files.iterator().next().toAbsolutePath();
        }
    }

    /** From the start of the process to the first answer that it is ready. */
    static Duration startUp(Path jar, Path directory) throws IOException, InterruptedException {
        Files.createDirectories(directory);
        int port;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        long start = System.nanoTime();
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        jar.toString(),
                        "--server.port=" + port,
                        "--server.address=127.0.0.1")
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("out.log").toFile())
                .start();
        try {
            Awaitility.await("ready, see " + directory.resolve("out.log"))
                    .atMost(PATIENCE)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> !process.isAlive() || ready(port));
            if (!process.isAlive()) {
                throw new IllegalStateException(
                        "ended before it was ready, see `" + directory.resolve("out.log") + "`");
            }
            return Duration.ofNanos(System.nanoTime() - start);
        } finally {
            process.destroy();
            process.waitFor(30, TimeUnit.SECONDS);
            process.destroyForcibly();
        }
    }

    private static boolean ready(int port) {
        try (var connection = new Connection(port)) {
            var request = Connection.request("GET", "/actuator/health/readiness", "", new byte[0]);
            return connection.exchange(request).status() == 200;
        } catch (IOException e) {
            return false;
        }
    }
}
