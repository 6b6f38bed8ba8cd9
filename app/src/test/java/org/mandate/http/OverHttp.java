package org.mandate.http;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.mandate.Application;
import org.mandate.Databases;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole application on a fresh database, asked as a stranger would: over its port. */
public final class OverHttp implements AutoCloseable {

    public static final String PASSWORD = "correct-horse-battery";

    private final JsonMapper json = new JsonMapper();
    private final HttpClient client = HttpClient.newHttpClient();
    private final ConfigurableApplicationContext app;
    private final String base;

    private OverHttp(ConfigurableApplicationContext app) {
        this.app = app;
        this.base = "http://localhost:" + app.getEnvironment().getRequiredProperty("local.server.port");
    }

    public static OverHttp start() {
        String[] own = {
            "--server.port=0",
            "--mandate.installation-key-file=" + Databases.temporaryDirectory().resolve("installation.key"),
            "--mandate.admin-password=" + PASSWORD
        };
        return new OverHttp(new SpringApplicationBuilder(Application.class)
                .run(Stream.of(Databases.h2().arguments(), own)
                        .flatMap(Stream::of)
                        .toArray(String[]::new)));
    }

    /** An access token of the user, with all scopes or with these alone. */
    public String signIn(String username, String... scopes) {
        String form = "username=" + username + "&password=" + PASSWORD
                + (scopes.length == 0
                        ? ""
                        : "&scope=" + URLEncoder.encode(String.join(" ", scopes), StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + "/auth/login"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        return exchange(request).body().path("access_token").asString();
    }

    /** Register a user and sign in as them. */
    public String signUp(String username) {
        call("POST", "/auth/register", "", """
                {"username":"%s","email":"%s@example.org","password":"%s"}""".formatted(username, username, PASSWORD));
        return signIn(username);
    }

    public Answer get(String path, String token) {
        return call("GET", path, token, "");
    }

    public Answer call(String method, String path, String token, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return exchange(request.build());
    }

    private Answer exchange(HttpRequest request) {
        try {
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            JsonNode body = response.body().isEmpty() ? json.createObjectNode() : json.readTree(response.body());
            return new Answer(response.statusCode(), body, response);
        } catch (IOException e) {
            throw new IllegalStateException("no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** A part of the application, for what no stranger can do. */
    public <T> T part(Class<T> type) {
        return app.getBean(type);
    }

    @Override
    public void close() {
        app.close();
    }

    /** What came back. */
    public record Answer(int status, JsonNode body, HttpResponse<String> response) {

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        public String text(String member) {
            return body.path(member).asString();
        }
    }
}
