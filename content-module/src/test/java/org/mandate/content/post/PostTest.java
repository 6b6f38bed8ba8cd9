package org.mandate.content.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mandate.content.post.PostFixtures.ALICE;
import static org.mandate.content.post.PostFixtures.POST;
import static org.mandate.content.post.PostFixtures.createPost;
import static org.mandate.content.post.PostFixtures.deletePost;
import static org.mandate.content.post.PostFixtures.draftCreated;
import static org.mandate.content.post.PostFixtures.postDeleted;
import static org.mandate.content.post.PostFixtures.postPublished;
import static org.mandate.content.post.PostFixtures.publishPost;
import static org.mandate.content.post.PostFixtures.unpublishPost;
import static org.mandate.content.post.PostFixtures.updatePost;
import static org.mandate.content.post.PostFixtures.updatePublished;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mandate.content.event.PostCreated;
import org.mandate.content.event.PostEvent;
import org.mandate.content.event.PostUnpublished;
import org.mandate.content.event.PostUpdated;
import org.mandate.content.post.PostRuleViolated.Rule;

class PostTest {

    private AggregateTestFixture<Post> post;

    @BeforeEach
    void newFixture() {
        post = new AggregateTestFixture<>(Post.class);
    }

    @Test
    void evolvesByEveryEventOfItsStream() {
        var handled = Arrays.stream(Post.class.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(EventSourcingHandler.class))
                .map(method -> method.getParameterTypes()[0]);

        assertThat(handled).hasSameElementsAs(Arrays.asList(PostEvent.class.getPermittedSubclasses()));
    }

    @Nested
    class WhenCreated {

        @Test
        void startsAtVersionOne() {
            post.givenNoPriorActivity()
                    .when(createPost())
                    .expectEvents(draftCreated())
                    .expectResultMessagePayload(1L);
        }

        @Test
        void mayBePublishedAtOnce() {
            post.givenNoPriorActivity()
                    .when(new CreatePost(POST, ALICE, "Title", "Content", true))
                    .expectEvents(new PostCreated(POST.value(), ALICE.value(), "Title", "Content", true));
        }

        @Test
        void rejectsAnIdThatIsTaken() {
            refused(post.given(draftCreated()).when(createPost()), Rule.INVALID, "id");
        }

        @Test
        void rejectsTheIdOfADeletedPost() {
            refused(post.given(draftCreated(), postDeleted()).when(createPost()), Rule.INVALID, "id");
        }

        @Test
        void takesTheLongestTextAndCountsAPairOfSurrogatesOnce() {
            var title = "\uD83D\uDE00".repeat(200);
            var content = "line\r\n\t".repeat(10) + "x".repeat(100_000 - 70);

            post.givenNoPriorActivity().when(createPost(title, content)).expectSuccessfulHandlerExecution();
        }

        static Stream<String> unfitTitles() {
            return Stream.of("", "  ", "x".repeat(201), "two\nlines", "tab\t", "nul\0", "\u0085", "half \uD83D");
        }

        @ParameterizedTest
        @MethodSource("unfitTitles")
        void rejectsAnUnfitTitle(String title) {
            refused(post.givenNoPriorActivity().when(createPost(title, "Content")), Rule.INVALID, "title");
        }

        static Stream<String> unfitContents() {
            return Stream.of("", "\n", "x".repeat(100_001), "nul\0", "escape\u001b", "half \uDE00");
        }

        @ParameterizedTest
        @MethodSource("unfitContents")
        void rejectsUnfitContent(String content) {
            refused(post.givenNoPriorActivity().when(createPost("Title", content)), Rule.INVALID, "content");
        }
    }

    @Nested
    class WhenUpdated {

        @Test
        void keepsWhatIsNotGiven() {
            post.given(draftCreated())
                    .when(new UpdatePost(
                            POST, Optional.of("Other"), Optional.empty(), Optional.empty(), Optional.of(1L)))
                    .expectEvents(new PostUpdated(POST.value(), "Other", "Content"))
                    .expectResultMessagePayload(2L);
        }

        @Test
        void recordsTextAndPublicationAsTwoChanges() {
            post.given(draftCreated())
                    .when(new UpdatePost(
                            POST, Optional.of("Other"), Optional.empty(), Optional.of(true), Optional.empty()))
                    .expectEvents(new PostUpdated(POST.value(), "Other", "Content"), postPublished())
                    .expectResultMessagePayload(3L);
        }

        @Test
        void recordsNothingWhereNothingChanges() {
            post.given(draftCreated())
                    .when(updatePost("Title", "Content"))
                    .expectNoEvents()
                    .expectResultMessagePayload(1L);
        }

        @Test
        void recordsNoPublicationOfWhatIsPublished() {
            post.given(draftCreated(), postPublished())
                    .when(updatePublished(true))
                    .expectNoEvents();
        }

        @Test
        void rejectsUnfitText() {
            refused(post.given(draftCreated()).when(updatePost("", "Content")), Rule.INVALID, "title");
        }
    }

    @Nested
    class WhenShownOrHidden {

        @Test
        void publishesADraft() {
            post.given(draftCreated())
                    .when(publishPost())
                    .expectEvents(postPublished())
                    .expectResultMessagePayload(2L);
        }

        @Test
        void publishesOnce() {
            post.given(draftCreated(), postPublished()).when(publishPost()).expectNoEvents();
        }

        @Test
        void makesItADraftAgain() {
            post.given(draftCreated(), postPublished())
                    .when(unpublishPost())
                    .expectEvents(new PostUnpublished(POST.value()));
        }

        @Test
        void leavesADraftADraft() {
            post.given(draftCreated()).when(unpublishPost()).expectNoEvents();
        }
    }

    @Nested
    class WhenItDoesNotStand {

        static Stream<Object> commandsToAPost() {
            return Stream.of(updatePost("Title", "Content"), publishPost(), unpublishPost(), deletePost());
        }

        @ParameterizedTest
        @MethodSource("commandsToAPost")
        void rejectsWhatIsMeantForAnUnknownPost(Object command) {
            refused(post.givenNoPriorActivity().when(command), Rule.UNKNOWN_POST, "");
        }

        @ParameterizedTest
        @MethodSource("commandsToAPost")
        void rejectsWhatIsMeantForADeletedPost(Object command) {
            refused(post.given(draftCreated(), postDeleted()).when(command), Rule.UNKNOWN_POST, "");
        }
    }

    @Nested
    class WhenAVersionIsExpected {

        static Stream<Object> commandsExpecting(long version) {
            var expected = Optional.of(version);
            return Stream.of(
                    new UpdatePost(POST, Optional.of("Other"), Optional.empty(), Optional.empty(), expected),
                    new PublishPost(POST, expected),
                    new UnpublishPost(POST, expected),
                    new DeletePost(POST, expected));
        }

        static Stream<Object> staleCommands() {
            return Stream.concat(commandsExpecting(1), commandsExpecting(3));
        }

        static Stream<Object> freshCommands() {
            return commandsExpecting(2);
        }

        @ParameterizedTest
        @MethodSource("staleCommands")
        void rejectsAnyOther(Object command) {
            refused(post.given(draftCreated(), postPublished()).when(command), Rule.STALE_VERSION, "");
        }

        @ParameterizedTest
        @MethodSource("freshCommands")
        void acceptsThatOne(Object command) {
            post.given(draftCreated(), postPublished()).when(command).expectSuccessfulHandlerExecution();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {200, 1000})
    void tellsVersionsApartBeyondTheCacheOfSmallNumbers(long changes) {
        var events = Stream.concat(
                        Stream.of(draftCreated()),
                        Stream.iterate(1, n -> n + 1)
                                .limit(changes)
                                .map(n -> new PostUpdated(POST.value(), "Title " + n, "Content")))
                .toList();

        post.given(events).when(new PublishPost(POST, Optional.of(changes + 1))).expectEvents(postPublished());
    }

    private static void refused(ResultValidator<Post> result, Rule rule, String field) {
        result.expectNoEvents()
                .expectException(PostRuleViolated.class)
                .expectException(org.axonframework.test.matchers.Matchers.<Throwable>predicate(
                        e -> e instanceof PostRuleViolated v
                                && v.rule() == rule
                                && v.field().equals(field)));
    }
}
