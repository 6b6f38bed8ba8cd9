package org.mandate.console;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/** The administrator of a running server, over REST: brings many users and roles into it by importing catalogues. */
final class ManyPeople {

    private static final int PART = 10_000;
    private static final int PERMISSIONS = 10_000;
    private static final int CHANGES = 150;

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI base;
    private final String token;

    ManyPeople(int port) throws IOException, InterruptedException {
        this.base = URI.create("http://localhost:" + port);
        String form = "username=admin&password=" + ConsoleServer.PASSWORD.replace(' ', '+');
        this.token = JsonMapper.shared()
                .readTree(send("/auth/login", "application/x-www-form-urlencoded", "", form))
                .path("access_token")
                .asString();
    }

    /** Each role inherits from one of a few and one holds everything; each user holds {@code user} and two others. */
    void enrol(int users, int roles) throws IOException, InterruptedException {
        put("{\"permissions\":[" + list(0, PERMISSIONS, i -> "{\"name\":\"things%d:act%d\"}".formatted(i, i)) + "]}");
        put("{\"roles\":[" + list(0, roles, i -> role(i)) + "]}");
        put("{\"roles\":[{\"name\":\"some\"},{\"name\":\"late\"},{\"name\":\"everything\",\"permissions\":["
                + list(0, PERMISSIONS, i -> "\"things%d:act%d\"".formatted(i, i)) + "]}]}");
        for (int from = 0; from < users; from += PART) {
            put("{\"subjects\":[" + list(from, Math.min(from + PART, users), i -> user(i, users, roles)) + "]}");
        }
        put(
                "{\"roles\":[{\"name\":\"user\",\"description\":\"Everybody\",\"permissions\":[\"posts:read\",\"posts:create\"]}]}");
        for (int i = 0; i < CHANGES; i++) {
            put("{\"policies\":[{\"id\":\"often\",\"description\":\"Changed %d times\",\"effect\":\"deny\","
                            .formatted(i)
                    + "\"resourceType\":\"things17\",\"actions\":[\"never\"]}]}");
        }
    }

    private static String role(int number) {
        String inherits = number < 20 ? "" : "\"role" + number % 20 + "\"";
        return "{\"name\":\"role%d\",\"permissions\":[\"things%d:act%d\"],\"inherits\":[%s]}"
                .formatted(number, number % 200, number % 200, inherits);
    }

    /** Of the users the first by number hold {@code late}, and are the last by name; every 25th holds {@code some}. */
    private static String user(int number, int users, int roles) {
        String id = new UUID(number * 0x9e3779b97f4a7c15L, number).toString();
        boolean late = number < users / 10;
        String more = (late ? ",\"late\"" : "") + (number % 25 == 0 ? ",\"some\"" : "");
        return "{\"type\":\"user\",\"id\":\"%s\",\"username\":\"%s%d\",\"roles\":[\"user\",\"role%d\",\"role%d\"%s]}"
                .formatted(id, late ? "user" : "person", number, number % roles, (number * 7 + 31) % roles, more);
    }

    private static String list(int from, int to, IntFunction<String> item) {
        return IntStream.range(from, to).mapToObj(item).collect(Collectors.joining(","));
    }

    private void put(String catalogue) throws IOException, InterruptedException {
        post("/admin/import", catalogue);
    }

    void post(String path, String json) throws IOException, InterruptedException {
        send(path, "application/json", "Bearer " + token, json);
    }

    private String send(String path, String type, String authorization, String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException(path + " answered " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }
}
