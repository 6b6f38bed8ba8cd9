package org.mandate.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mandate.http.OverHttp;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a stranger sees of a view that is built again, and of one that is not what the history comes to. */
class ViewsOverHttpTest {

    private static final String POSTS = "/admin/projections/posts";

    private static OverHttp server;
    private static String admin;

    @BeforeAll
    static void start() {
        server = OverHttp.start();
        admin = server.signIn("admin");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void refusesARebuildWhileAnotherRuns() throws SQLException {
        try (Connection other = server.part(DataSource.class).getConnection()) {
            other.setAutoCommit(false);
            holdClaim(other);
            try {
                assertThat(rebuild(POSTS).status()).isEqualTo(202);

                for (String view : new String[] {POSTS, "/admin/projections/facts"}) {
                    OverHttp.Answer refused = rebuild(view);
                    assertThat(refused.status()).isEqualTo(409);
                    assertThat(refused.text("detail")).isEqualTo("a rebuild of `posts` runs, wait for its end");
                }
                assertThat(server.get(POSTS, admin).body().path("rebuild").isObject())
                        .isTrue();
            } finally {
                other.rollback();
                other.setAutoCommit(true);
            }
        }
        awaitRest();
        assertThat(rebuild("/admin/projections/facts").status()).isEqualTo(202);
        awaitRest();
    }

    /** Whoever builds the posts takes their claim first, and waits for this one to be decided. */
    private static void holdClaim(Connection other) throws SQLException {
        try (PreparedStatement claim = other.prepareStatement(
                "insert into replay_claim (view_name, node, until) values ('posts', 'another', ?)")) {
            claim.setTimestamp(1, Timestamp.from(Instant.now().plusSeconds(60)));
            claim.executeUpdate();
        }
    }

    @Test
    void saysInHealthThatAViewWasChangedByHandUntilItIsMended() {
        String author = server.signUp("author");
        assertThat(server.call("POST", "/posts", author, "{\"title\":\"As it was\",\"content\":\"text\"}")
                        .status())
                .isEqualTo(201);
        compared();
        assertThat(health().status()).isEqualTo(200);

        server.part(JdbcClient.class)
                .sql("update content_post set title = 'forged'")
                .update();
        compared();

        assertThat(health().status()).isEqualTo(503);
        assertThat(health().text("status")).isEqualTo("DOWN");
        assertThat(server.get("/actuator/health/readiness", "").status())
                .as("decisions are taken on the facts, so this node goes on")
                .isEqualTo(200);

        assertThat(rebuild(POSTS).status()).isEqualTo(202);
        awaitRest();
        assertThat(health().status()).isEqualTo(200);
    }

    private static OverHttp.Answer health() {
        return server.get("/actuator/health", "");
    }

    private static void compared() {
        awaitRest();
        assertThat(server.call("POST", POSTS + "/check", admin, "").status()).isEqualTo(202);
        awaitRest();
    }

    private static OverHttp.Answer rebuild(String view) {
        return server.call("POST", view + "/rebuild", admin, "");
    }

    private static void awaitRest() {
        Callable<Boolean> atRest = () -> server.part(Replays.class).all().stream()
                .noneMatch(view -> view.rebuild().isPresent());
        await().until(atRest);
    }
}
