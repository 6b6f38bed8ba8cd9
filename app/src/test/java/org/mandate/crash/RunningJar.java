package org.mandate.crash;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import tools.jackson.databind.json.JsonMapper;

/** The packaged jar as a process of its own, in a directory that outlives it, and a signed-in administrator. */
public final class RunningJar {

    private static final String PASSWORD = "correct horse battery staple";
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Process process;
    private final int port;
    private volatile boolean killed;
    private final String token;

    private RunningJar(Path directory, List<String> arguments) throws IOException, InterruptedException {
        port = freePort();
        process = start(directory, arguments);
        try {
            Awaitility.await("ready, see " + directory.resolve("out.log"))
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(200))
                    .until(this::ready);
            token = signIn();
        } catch (RuntimeException | IOException | InterruptedException e) {
            kill();
            throw e;
        }
    }

    public static RunningJar in(Path directory, String... arguments) throws IOException, InterruptedException {
        return new RunningJar(directory, List.of(arguments));
    }

    private Process start(Path directory, List<String> arguments) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-jar",
                        jar().toString(),
                        "--server.port=" + port,
                        "--server.address=127.0.0.1")
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        directory.resolve("out.log").toFile()));
        builder.command().addAll(arguments);
        builder.environment().put("MANDATE_ADMIN_PASSWORD", PASSWORD);
        return builder.start();
    }

    private static Path jar() throws IOException {
        try (var files = Files.newDirectoryStream(Path.of("target"), "app-*.jar")) {
            return files.iterator().next().toAbsolutePath();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    private boolean ready() throws InterruptedException {
        if (!process.isAlive()) {
            throw new IllegalStateException("the server ended before it was ready");
        }
        try {
            return client.send(to("/actuator/health/readiness").build(), BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private String signIn() throws IOException, InterruptedException {
        String form = "username=admin&password=" + URLEncoder.encode(PASSWORD, StandardCharsets.UTF_8);
        HttpRequest request = to("/auth/login")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("the administrator cannot sign in: " + answer.statusCode());
        }
        return JsonMapper.shared().readTree(answer.body()).get("access_token").asString();
    }

    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(authorized(path).build(), BodyHandlers.ofString());
    }

    /** The lines of a long answer, as they come. */
    public Stream<String> lines(String path, String accept) throws IOException, InterruptedException {
        HttpRequest request = authorized(path).header("Accept", accept).build();
        HttpResponse<Stream<String>> answer = client.send(request, BodyHandlers.ofLines());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + " answers " + answer.statusCode());
        }
        return answer.body();
    }

    HttpResponse<String> post(String path, String json) throws IOException, InterruptedException {
        HttpRequest request = authorized(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    private HttpRequest.Builder authorized(String path) {
        return to(path).header("Authorization", "Bearer " + token);
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(30));
    }

    /** SIGKILL: no shutdown hook, no flush, no farewell. */
    public void kill() throws InterruptedException {
        killed = true;
        process.destroyForcibly();
        process.waitFor(30, TimeUnit.SECONDS);
    }

    public int port() {
        return port;
    }

    /** The header that signs the administrator in. */
    public String authorization() {
        return "Authorization: Bearer " + token + "\r\n";
    }

    public ProcessHandle process() {
        return process.toHandle();
    }

    boolean killed() {
        return killed;
    }
}
