package org.mandate.content.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mandate.content.post.PostFixtures.ALICE;
import static org.mandate.content.post.PostFixtures.BOB;
import static org.mandate.content.post.PostFixtures.POST;
import static org.mandate.content.post.PostFixtures.createPost;
import static org.mandate.content.post.PostFixtures.deletePost;
import static org.mandate.content.post.PostFixtures.draftCreated;
import static org.mandate.content.post.PostFixtures.findPosts;
import static org.mandate.content.post.PostFixtures.publishPost;
import static org.mandate.content.post.PostFixtures.unpublishPost;
import static org.mandate.content.post.PostFixtures.updatePost;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.axonframework.eventhandling.EventHandler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mandate.content.event.PostEvent;
import org.mandate.content.event.PostUpdated;
import org.mandate.content.post.PostRuleViolated.Rule;
import org.mandate.identity.UserId;

class PostsProjectionTest {

    private ContentOnH2 content;

    @BeforeEach
    void start() {
        content = new ContentOnH2();
    }

    @AfterEach
    void stop() {
        content.close();
    }

    @Test
    void handlesEveryEventOfTheStream() {
        var handled = Arrays.stream(PostsProjection.class.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(EventHandler.class))
                .map(method -> method.getParameterTypes()[0]);

        assertThat(handled).hasSameElementsAs(Arrays.asList(PostEvent.class.getPermittedSubclasses()));
    }

    @Test
    void showsAPostAsSoonAsItsCommandReturns() {
        content.sendAt("2026-03-01T10:00:00.123456789Z", createPost());

        assertThat(content.recordedEvents(POST.stream())).isEqualTo(1);
        var at = Instant.parse("2026-03-01T10:00:00.123456Z");
        assertThat(content.ask(new FindPost(POST)))
                .contains(new PostView(POST, "Title", "Content", ALICE, false, at, at, 1));
    }

    @Test
    void followsEveryChange() {
        content.sendAt("2026-03-01T10:00:00Z", createPost());
        content.sendAt("2026-03-01T11:00:00Z", updatePost("Other", "Text"));
        var version = content.sendAt("2026-03-01T12:00:00Z", publishPost());

        var view = content.ask(new FindPost(POST)).orElseThrow();
        assertThat(view.title()).isEqualTo("Other");
        assertThat(view.content()).isEqualTo("Text");
        assertThat(view.published()).isTrue();
        assertThat(view.createdAt()).isEqualTo("2026-03-01T10:00:00Z");
        assertThat(view.updatedAt()).isEqualTo("2026-03-01T12:00:00Z");
        assertThat(view.version()).isEqualTo(3).isEqualTo(version);

        content.send(unpublishPost());
        assertThat(content.ask(new FindPost(POST)).orElseThrow().published()).isFalse();
    }

    @Test
    void forgetsADeletedPost() {
        content.send(createPost());
        content.send(deletePost());

        assertThat(content.ask(new FindPost(POST))).isEmpty();
        assertThat(content.ask(findPosts()).items()).isEmpty();
    }

    @Test
    void leavesNoTraceOfACommandToAnUnknownPost() {
        assertThatThrownBy(() -> content.send(publishPost())).isInstanceOf(PostRuleViolated.class);

        assertThat(content.recordedEvents(POST.stream())).isZero();
        assertThat(content.send(createPost())).isEqualTo(1L);
    }

    @Test
    void listsNewestFirstPageByPage() {
        for (int i = 0; i < 10; i++) {
            // Two of each instant, so that the id has to break the tie.
            content.sendAt("2026-03-01T10:00:0" + i / 2 + "Z", createPost("p" + i, ALICE, true));
        }

        var seen = new ArrayList<String>();
        Optional<String> cursor = Optional.empty();
        do {
            var page = content.ask(findPosts(3, cursor));
            assertThat(page.items()).hasSizeLessThanOrEqualTo(3);
            page.items().forEach(post -> seen.add(post.id().value()));
            cursor = page.next();
        } while (cursor.isPresent());

        assertThat(seen).containsExactly("p9", "p8", "p7", "p6", "p5", "p4", "p3", "p2", "p1", "p0");
    }

    @Test
    void endsWithoutACursorWhereTheLastPageIsFull() {
        content.send(createPost("p1", ALICE, true));

        assertThat(content.ask(findPosts(1, Optional.empty())).next()).isEmpty();
    }

    @Test
    void passesOverWhatMayNotBeShown() {
        for (int i = 0; i < 120; i++) {
            content.sendAt("2026-03-01T10:%02d:%02dZ".formatted(i / 60, i % 60), createPost("p" + i, ALICE, true));
        }
        var shown =
                new Shown(Optional.empty(), post -> Set.of("p119", "p60", "p3").contains(post.value()));
        Optional<Boolean> any = Optional.empty();

        var first = content.ask(new FindPosts(Optional.empty(), any, shown, 2, Optional.empty()));
        assertThat(first.items()).extracting(post -> post.id().value()).containsExactly("p119", "p60");
        var rest = content.ask(new FindPosts(Optional.empty(), any, shown, 2, first.next()));
        assertThat(rest.items()).extracting(post -> post.id().value()).containsExactly("p3");
        assertThat(rest.next()).isEmpty();
    }

    @Test
    void leavesAnEndlessSearchToTheNextPage() {
        for (int i = 0; i < 1_100; i++) {
            content.sendAt(
                    "2026-03-01T%02d:%02d:%02dZ".formatted(i / 3600, i / 60 % 60, i % 60),
                    createPost("p" + i, ALICE, true));
        }
        var shown = new Shown(Optional.empty(), post -> post.value().equals("p0"));
        Optional<Boolean> any = Optional.empty();

        var first = content.ask(new FindPosts(Optional.empty(), any, shown, 2, Optional.empty()));
        assertThat(first.items()).isEmpty();
        assertThat(content.ask(new FindPosts(Optional.empty(), any, shown, 2, first.next()))
                        .items())
                .extracting(post -> post.id().value())
                .containsExactly("p0");
    }

    @Test
    void filtersByAuthorAndPublicationAndWhoseDrafts() {
        content.send(createPost("alice-public", ALICE, true));
        content.send(createPost("alice-draft", ALICE, false));
        content.send(createPost("bob-public", BOB, true));
        content.send(createPost("bob-draft", BOB, false));
        var any = Optional.<Boolean>empty();

        assertThat(ids(new FindPosts(Optional.of(ALICE), any, Shown.EVERYTHING, 50, Optional.empty())))
                .containsExactlyInAnyOrder("alice-public", "alice-draft");
        assertThat(ids(new FindPosts(Optional.empty(), Optional.of(false), Shown.EVERYTHING, 50, Optional.empty())))
                .containsExactlyInAnyOrder("alice-draft", "bob-draft");
        assertThat(ids(new FindPosts(Optional.empty(), any, draftsOf(ALICE), 50, Optional.empty())))
                .containsExactlyInAnyOrder("alice-public", "alice-draft", "bob-public");
        assertThat(ids(new FindPosts(Optional.of(BOB), Optional.of(false), draftsOf(ALICE), 50, Optional.empty())))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1001})
    void rejectsALimitOutOfBounds(int limit) {
        assertThatThrownBy(() -> content.projection.handle(findPosts(limit, Optional.empty())))
                .isInstanceOfSatisfying(PostRuleViolated.class, e -> {
                    assertThat(e.rule()).isEqualTo(Rule.INVALID);
                    assertThat(e.field()).isEqualTo("limit");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "!", "bm9uZQ", "bm90LWEtdGltZSBwMQ", "MjAyNi0wMy0wMVQxMDowMDowMFogAA"})
    void rejectsACursorThatIsNotOurs(String cursor) {
        assertThatThrownBy(() -> content.projection.handle(findPosts(50, Optional.of(cursor))))
                .isInstanceOfSatisfying(
                        PostRuleViolated.class, e -> assertThat(e.field()).isEqualTo("cursor"));
    }

    @Test
    void isTheSameAfterARebuildAndAfterAnEventSeenTwice() {
        var at = Instant.parse("2026-03-01T10:00:00Z");
        var projection = content.projection;
        projection.on(draftCreated(), at, 0);
        projection.on(new PostUpdated(POST.value(), "Other", "Text"), at, 1);
        var before = content.ask(new FindPost(POST));

        projection.on(new PostUpdated(POST.value(), "Other", "Text"), at, 1);
        assertThat(content.ask(new FindPost(POST))).isEqualTo(before);

        projection.reset();
        assertThat(content.ask(new FindPost(POST))).isEmpty();
        projection.on(draftCreated(), at, 0);
        projection.on(new PostUpdated(POST.value(), "Other", "Text"), at, 1);
        assertThat(content.ask(new FindPost(POST))).isEqualTo(before);
    }

    @Test
    void refusesTheCommandWhereItsReadModelIsBroken() {
        content.send(createPost());
        content.jdbc.sql("delete from content_post").update();

        assertThatThrownBy(() -> content.send(publishPost())).hasMessageContaining("rebuild it from the history");
    }

    private List<String> ids(FindPosts query) {
        return content.ask(query).items().stream()
                .map(post -> post.id().value())
                .toList();
    }

    private static Shown draftsOf(UserId owner) {
        return new Shown(Optional.of(owner), post -> true);
    }
}
