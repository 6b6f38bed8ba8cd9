package org.mandate.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mandate.Databases;

/**
 * Questions about random moments of the past over HTTP, beside the same of now. No part of a build: {@code ./mvnw -pl app -am
 * test -Dtest=PastRun -Dsurefire.failIfNoSpecifiedTests=false}. Settings: {@code mandate.past.users} (20000, each with three
 * roles), {@code mandate.load.databases}, {@code mandate.load.warmup} and {@code mandate.load.measure}.
 */
class PastRun {

    private static final int USERS = Integer.getInteger("mandate.past.users", 20_000);
    private static final int ROLES = 200;
    private static final int PART = 5_000;
    private static final Duration WARM_UP = Duration.parse(System.getProperty("mandate.load.warmup", "PT20S"));
    private static final Duration MEASURE = Duration.parse(System.getProperty("mandate.load.measure", "PT10S"));

    private final Random random = new Random(20_260_601);

    @Test
    void measuresThePastOverHttp() throws Exception {
        for (var database : System.getProperty("mandate.load.databases", "h2").split(",")) {
            try (var server = Server.on(
                    database.equals("h2") ? Databases.h2() : Databases.postgres(), Databases.temporaryDirectory())) {
                measure(database, server);
            }
        }
    }

    private void measure(String database, Server server) throws Exception {
        server.ask("/admin/import", roles().getBytes(UTF_8));
        for (int from = 0; from < USERS; from += PART) {
            server.ask("/admin/import", subjects(from).getBytes(UTF_8));
        }
        long head = server.ask("/history/evaluations", question("", 1).getBytes(UTF_8))
                .path("position")
                .asLong();
        Supplier<byte[]> now = () -> server.post("/access/v1/evaluation", question("", random.nextInt(USERS)));
        Supplier<byte[]> then = () -> server.post(
                "/history/evaluations",
                question("\"at\":\"position:" + (1 + random.nextLong(head)) + "\",", random.nextInt(USERS)));
        Supplier<byte[]> access = () -> server.get("/history/users/" + user(USERS / 10) + "/access");
        for (var requests : List.of(now, then, access)) {
            ClosedLoop.http(server.port(), 2, WARM_UP.dividedBy(3), 200, requests);
        }
        System.out.printf("### %s, %,d users with three roles each, %,d events%n%n", database, USERS, head);
        System.out.print(Figures.header());
        for (int clients : new int[] {1, 4}) {
            row(server, clients, "`POST /access/v1/evaluation`", now);
            row(server, clients, "`POST /history/evaluations` at a random position", then);
            row(server, clients, "`GET /history/users/{id}/access`", access);
        }
    }

    private static void row(Server server, int clients, String what, Supplier<byte[]> requests) throws Exception {
        System.out.print(
                ClosedLoop.http(server.port(), clients, MEASURE, 200, requests).row(what));
    }

    private static String user(int number) {
        return new UUID(number * 0x9e3779b97f4a7c15L, number).toString();
    }

    private static String question(String at, int user) {
        return """
                {%s"subject":{"type":"user","id":"%s"},"action":{"name":"act%d"},"resource":{"type":"things","id":"1"}}""".formatted(at, user(user), user % 20);
    }

    private static String roles() {
        return "{\"permissions\":["
                + list(ROLES + 1, i -> "{\"name\":\"things:act%d\"}".formatted(i))
                + "],\"roles\":["
                + list(
                        ROLES,
                        i -> "{\"name\":\"role%d\",\"permissions\":[\"things:act%d\",\"things:act%d\"]}"
                                .formatted(i, i, i + 1))
                + "]}";
    }

    private static String subjects(int from) {
        return "{\"subjects\":[" + list(Math.min(PART, USERS - from), i -> subject(from + i)) + "]}";
    }

    private static String subject(int i) {
        return "{\"type\":\"user\",\"id\":\"%s\",\"username\":\"user%d\",\"roles\":[\"role%d\",\"role%d\",\"role%d\"]}"
                .formatted(user(i), i, i % ROLES, (i + 7) % ROLES, (i + 31) % ROLES);
    }

    private static String list(int count, IntFunction<String> item) {
        return IntStream.range(0, count).mapToObj(item).collect(Collectors.joining(","));
    }
}
