package org.mandate.http.posts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mandate.content.PostId;
import org.mandate.content.post.CreatePost;
import org.mandate.content.post.DeletePost;
import org.mandate.content.post.FindPost;
import org.mandate.content.post.FindPosts;
import org.mandate.content.post.PostPage;
import org.mandate.content.post.PostView;
import org.mandate.content.post.PublishPost;
import org.mandate.content.post.Shown;
import org.mandate.content.post.UnpublishPost;
import org.mandate.content.post.UpdatePost;
import org.mandate.http.HttpSlice;
import org.mandate.identity.UserId;

class PostsControllerTest extends HttpSlice {

    private static final PostView POST =
            new PostView(new PostId("p1"), "Title", "Text", new UserId("alice"), true, Instant.EPOCH, Instant.EPOCH, 3);

    @BeforeEach
    void answerWithAPost() {
        gateway.answer(FindPost.class, query -> Optional.of(POST));
    }

    @Test
    void createsAPostInTheNameOfTheCaller() {
        var response = http.perform(json(http.post().uri("/posts"), """
                {"title":"Title","content":"Text","published":true}"""));

        assertThat(response).hasStatus(201).hasHeader("Mandate-Position", "42").hasHeader("ETag", "\"3\"");
        var command = (CreatePost) gateway.last();
        assertThat(response).hasHeader("Location", "/posts/" + command.post());
        assertThat(command).isEqualTo(new CreatePost(command.post(), new UserId("alice"), "Title", "Text", true));
    }

    @Test
    void answersTheMembersOfAPostAndNoOthers() {
        assertThat(http.get().uri("/posts/p1")).hasStatusOk().bodyJson().isStrictlyEqualTo("""
                {"id":"p1","title":"Title","content":"Text","authorId":"alice","published":true,
                 "createdAt":"1970-01-01T00:00:00Z","updatedAt":"1970-01-01T00:00:00Z","version":3}""");
    }

    @Test
    void answers404ForAPostThatIsNotThere() {
        gateway.answer(FindPost.class, query -> Optional.empty());

        assertThat(http.get().uri("/posts/p2")).hasStatus(404);
        assertThat(http.get().uri("/posts/" + "p".repeat(101))).hasStatus(404);
    }

    @Test
    void listsPages() {
        gateway.answer(FindPosts.class, query -> new PostPage(List.of(POST), Optional.of("more")));

        assertThat(http.get().uri("/posts?author=bob&published=false&limit=2&cursor=c"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.next")
                .isEqualTo("more");
        assertThat(gateway.last())
                .isEqualTo(new FindPosts(
                        Optional.of(new UserId("bob")), Optional.of(false), Shown.EVERYTHING, 2, Optional.of("c")));
    }

    @Test
    void saysNullWhereThereIsNoNextPage() {
        gateway.answer(FindPosts.class, query -> new PostPage(List.of(), Optional.empty()));

        assertThat(http.get().uri("/posts")).bodyJson().isStrictlyEqualTo("{\"items\":[],\"next\":null}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"\"3\" | 3", "W/\"3\" | -1", "\"abc\" | -1", "\"3\", \"5\" | 5", "* |", "\"03\" | -1"},
            quoteCharacter = '\'')
    void comparesPreconditionsStrongly(String header, Long version) {
        http.perform(json(http.put().uri("/posts/p1").header("If-Match", header), "{\"title\":\"New\"}"));

        assertThat(gateway.last())
                .isEqualTo(new UpdatePost(
                        new PostId("p1"),
                        Optional.of("New"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.ofNullable(version)));
    }

    @Test
    void publishesAndUnpublishes() {
        assertThat(http.post().uri("/posts/p1/publish")).hasStatusOk().hasHeader("Mandate-Position", "42");
        assertThat(gateway.last()).isEqualTo(new PublishPost(new PostId("p1"), Optional.empty()));

        assertThat(http.post().uri("/posts/p1/unpublish")).hasStatusOk();
        assertThat(gateway.last()).isEqualTo(new UnpublishPost(new PostId("p1"), Optional.empty()));
    }

    @Test
    void deletes() {
        assertThat(http.delete().uri("/posts/p1")).hasStatus(204).hasHeader("Mandate-Position", "42");
        assertThat(gateway.last()).isEqualTo(new DeletePost(new PostId("p1"), Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "{\"title\":\"t\"} | content",
                "{\"title\":\"t\",\"content\":\"c\",\"authorId\":\"bob\"} | authorId",
                "{\"title\":1,\"content\":\"c\"} | title",
                "{\"title\":\"t\",\"content\":\"c\",\"published\":\"yes\"} | published"
            })
    void namesTheMemberThatIsWrong(String body, String member) {
        assertThat(http.perform(json(http.post().uri("/posts"), body)))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.errors[0].field")
                .isEqualTo(member);
        assertThat(gateway.sent).isEmpty();
    }
}
