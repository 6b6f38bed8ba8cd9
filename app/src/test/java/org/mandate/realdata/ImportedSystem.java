package org.mandate.realdata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.mandate.Application;
import org.mandate.Databases;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole application on a fresh H2 file, with a catalogue imported over HTTP into it. */
final class ImportedSystem implements AutoCloseable {

    private static final String PASSWORD = "a password for tests only";

    private final JsonMapper json = JsonMapper.builder().build();
    private final HttpClient client = HttpClient.newHttpClient();
    private final ConfigurableApplicationContext context;
    private final URI base;
    private final String token;
    private final Map<String, String> userIds = new HashMap<>();

    private ImportedSystem(ConfigurableApplicationContext context) {
        this.context = context;
        this.base = URI.create("http://localhost:" + context.getEnvironment().getProperty("local.server.port"));
        this.token = signIn();
    }

    static ImportedSystem with(Path catalogue) throws IOException {
        String[] own = {
            "--server.port=0",
            "--mandate.admin-password=" + PASSWORD,
            "--mandate.token.access-lifetime=1h",
            "--mandate.installation-key-file=" + Databases.temporaryDirectory().resolve("installation.key")
        };
        ImportedSystem system = new ImportedSystem(new SpringApplicationBuilder(Application.class)
                .run(Stream.of(Databases.h2().arguments(), own)
                        .flatMap(Stream::of)
                        .toArray(String[]::new)));
        HttpResponse<String> answer = system.send(system.to("/admin/import")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofFile(catalogue)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        system.readUsers();
        return system;
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Ids of the imported users by name. */
    Map<String, String> userIds() {
        return userIds;
    }

    /** The names of the imported permissions. */
    List<String> permissions() {
        HttpResponse<String> answer = send(to("/admin/permissions?limit=1000"));
        List<String> names = new java.util.ArrayList<>();
        JsonNode page = json.readTree(answer.body());
        while (true) {
            page.get("items").forEach(item -> names.add(item.get("name").asString()));
            if (page.get("next").isNull()) {
                return names.stream()
                        .filter(name -> name.startsWith("entitlement-"))
                        .sorted()
                        .toList();
            }
            page = json.readTree(send(to("/admin/permissions?limit=1000&cursor="
                            + encoded(page.get("next").asString())))
                    .body());
        }
    }

    boolean evaluate(String user, String action, String resourceType) {
        String question = """
                {"subject":{"type":"user","id":"%s"},"action":{"name":"%s"},"resource":{"type":"%s","id":"any"}}
                """.formatted(user, action, resourceType);
        HttpResponse<String> answer = send(to("/access/v1/evaluation")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(question)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json.readTree(answer.body()).get("decision").asBoolean();
    }

    private void readUsers() {
        String cursor = "";
        do {
            JsonNode page =
                    json.readTree(send(to("/admin/users?limit=1000" + cursor)).body());
            page.get("items").forEach(item -> {
                String name = item.get("username").asString();
                if (name.startsWith("user-")) {
                    userIds.put(name, item.get("id").asString());
                }
            });
            cursor = page.get("next").isNull()
                    ? ""
                    : "&cursor=" + encoded(page.get("next").asString());
        } while (!cursor.isEmpty());
    }

    private String signIn() {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(base.resolve("/auth/login"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("username=admin&password=" + encoded(PASSWORD))));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json.readTree(answer.body()).get("access_token").asString();
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(base.resolve(path)).header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        context.close();
    }
}
