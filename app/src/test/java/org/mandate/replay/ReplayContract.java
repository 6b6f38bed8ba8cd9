package org.mandate.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.mandate.Databases.Database;
import org.mandate.RunningApp;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.Terms;
import org.mandate.authorization.assignment.AssignRole;
import org.mandate.authorization.assignment.RevokeRole;
import org.mandate.authorization.facts.LiveFacts;
import org.mandate.content.PostId;
import org.mandate.content.post.CreatePost;
import org.mandate.content.post.DeletePost;
import org.mandate.content.post.FindPost;
import org.mandate.content.post.PostView;
import org.mandate.content.post.PublishPost;
import org.mandate.enforcement.SystemGateway;
import org.mandate.identity.UserId;
import org.mandate.identity.user.DeactivateUser;
import org.mandate.identity.user.EraseUser;
import org.mandate.identity.user.FindUser;
import org.mandate.identity.user.RegisterUser;
import org.mandate.identity.user.UserView;
import org.mandate.replay.ProjectionView.Finding;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Views built again while they are written to and read, */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ReplayContract {

    private static final int WRITERS = 8;

    private ConfigurableApplicationContext app;
    private SystemGateway gateway;
    private Replays replays;
    private JdbcClient jdbc;

    abstract Database fresh();

    @BeforeAll
    void start() {
        app = RunningApp.on(fresh(), "--mandate.self-check.cron=-");
        gateway = app.getBean(SystemGateway.class);
        replays = app.getBean(Replays.class);
        jdbc = app.getBean(JdbcClient.class);
    }

    @AfterAll
    void stop() {
        app.close();
    }

    @BeforeEach
    void atRest() {
        await().until(() ->
                replays.all().stream().noneMatch(view -> view.rebuild().isPresent()));
    }

    @Test
    void rebuildsEveryViewWhileEightWriteAndReadersAsk() throws InterruptedException {
        AtomicBoolean done = new AtomicBoolean();
        Queue<String> wrong = new ConcurrentLinkedQueue<>();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            String name = "w" + i;
            threads.add(new Thread(() -> write(name, done, wrong), name));
        }
        threads.forEach(Thread::start);
        try {
            for (String view : List.of("facts", "posts", "users", "facts")) {
                Finding found = rebuild(view);
                assertThat(found.failure()).as(view).isEmpty();
                assertThat(found.difference()).as(view).isEmpty();
            }
        } finally {
            done.set(true);
            for (Thread thread : threads) {
                thread.join();
            }
        }

        assertThat(wrong).isEmpty();
        replays.checkAll();
        assertThat(replays.latest()).containsOnlyKeys("facts", "posts", "users");
        assertThat(replays.latest().values()).allMatch(Finding::equal);
        String hash = hash("posts");
        assertThat(rebuild("posts").hash()).contains(hash);
    }

    @Test
    void findsARowThatWasChangedByHandAndMendsItByARebuild() {
        UserId author = new UserId("mended-author");
        PostId post = new PostId("mended-post");
        gateway.send(new CreatePost(post, author, "As it was", "text", true));
        jdbc.sql("update content_post set title = 'forged' where id = ?")
                .param(post.value())
                .update();
        jdbc.sql("insert into content_post select 'smuggled', author_id, title, content, published, created_at,"
                        + " updated_at, version from content_post where id = ?")
                .param(post.value())
                .update();

        replays.checkAll();

        assertThat(replays.one("posts").flatMap(ProjectionView::selfCheck).flatMap(Finding::difference))
                .contains("row `mended-post` of 2");
        assertThat(title(post)).contains("forged");

        assertThat(rebuild("posts").difference()).isPresent();

        await().until(() -> replays.one("posts")
                .flatMap(ProjectionView::selfCheck)
                .filter(Finding::equal)
                .isPresent());
        assertThat(title(post)).contains("As it was");
        assertThat(title(new PostId("smuggled"))).isEmpty();
    }

    @Test
    void leavesTheLiveTableAloneWhereItCannotBeBuilt() {
        UserId author = new UserId("kept-author");
        PostId post = new PostId("kept-post");
        gateway.send(new CreatePost(post, author, "Kept", "text", false));
        jdbc.sql("alter table content_post_beside rename to away").update();
        try {
            Finding found = rebuild("posts");

            assertThat(found.failure()).isPresent();
            assertThat(title(post)).contains("Kept");
        } finally {
            jdbc.sql("alter table away rename to content_post_beside").update();
        }
        assertThat(rebuild("posts").equal()).isTrue();
    }

    @Test
    void leavesNothingBesideAndBuildsNothingThatAnotherNodeBuilds() {
        jdbc.sql("insert into replay_claim (view_name, node, until) values ('users', 'another', ?)")
                .param(clock().plusSeconds(60).atOffset(ZoneOffset.UTC))
                .update();
        try {
            assertThat(rebuild("users").failure().orElse("")).contains("another node");
        } finally {
            jdbc.sql("delete from replay_claim").update();
        }
        assertThat(rebuild("users").failure()).isEmpty();
        assertThat(jdbc.sql("select count(*) from identity_user_beside")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThatThrownBy(() -> replays.begin("nothing", Run.Purpose.REBUILD))
                .isInstanceOf(ReplayRefused.class)
                .hasMessageContaining("facts, posts, users");
        assertThat(replays.one("nothing")).isEmpty();
    }

    private Instant clock() {
        return app.getBean(Clock.class).instant();
    }

    private Optional<String> title(PostId post) {
        return gateway.<Optional<PostView>>ask(new FindPost(post), ResponseTypes.optionalInstanceOf(PostView.class))
                .map(PostView::title);
    }

    private String hash(String view) {
        Finding last = replays.latest().get(view);
        return last == null ? "" : last.hash().orElse("");
    }

    private Finding rebuild(String view) {
        await().until(() ->
                replays.all().stream().noneMatch(each -> each.rebuild().isPresent()));
        replays.begin(view, Run.Purpose.REBUILD);
        await().atMost(Duration.ofMinutes(2))
                .until(() ->
                        replays.all().stream().noneMatch(each -> each.rebuild().isPresent()));
        return replays.one(view).flatMap(ProjectionView::lastRebuild).orElseThrow();
    }

    /** Each writer knows what it has written, so it can say whether an answer is right. */
    private void write(String name, AtomicBoolean done, Queue<String> wrong) {
        LiveFacts facts = app.getBean(LiveFacts.class);
        for (int i = 0; !done.get(); i++) {
            UserId user = new UserId(name + "-user-" + i);
            PostId post = new PostId(name + "-post-" + i);
            SubjectId subject = SubjectId.user(user.value());
            try {
                gateway.send(new RegisterUser(
                        user, name + "." + i, name + i + "@example.org", Optional.empty(), Optional.empty(), Map.of()));
                gateway.send(new AssignRole(subject, "editor", Terms.UNLIMITED));
                expect(wrong, facts.now().assignments(subject).size() == 1, "assignment of " + user);
                gateway.send(new CreatePost(post, user, "title " + i, "text", false));
                gateway.send(new PublishPost(post, Optional.empty()));
                expect(wrong, title(post).equals(Optional.of("title " + i)), "post " + post);
                gateway.send(new RevokeRole(subject, "editor", Optional.empty(), Optional.empty()));
                expect(wrong, facts.now().assignments(subject).isEmpty(), "no assignment of " + user);
                gateway.send(i % 2 == 0 ? new DeactivateUser(user) : new EraseUser(user));
                expect(wrong, found(user).isPresent() == (i % 2 == 0), "user " + user);
                if (i % 3 == 0) {
                    gateway.send(new DeletePost(post, Optional.empty()));
                    expect(wrong, title(post).isEmpty(), "no post " + post);
                }
            } catch (RuntimeException e) {
                wrong.add(name + ": " + e);
            }
        }
    }

    private Optional<UserView> found(UserId user) {
        return gateway.ask(new FindUser(user), ResponseTypes.optionalInstanceOf(UserView.class));
    }

    private static void expect(Queue<String> wrong, boolean right, String what) {
        if (!right) {
            wrong.add(what);
        }
    }
}
