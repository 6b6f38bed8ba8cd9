package org.mandate.content.post;

import java.util.Optional;
import org.mandate.content.PostId;
import org.mandate.content.event.PostCreated;
import org.mandate.content.event.PostDeleted;
import org.mandate.content.event.PostPublished;
import org.mandate.identity.UserId;

/** Posts, commands and events for tests; only what a test names differs from these. */
final class PostFixtures {

    static final PostId POST = new PostId("p1");
    static final UserId ALICE = new UserId("alice");
    static final UserId BOB = new UserId("bob");

    private PostFixtures() {}

    static CreatePost createPost() {
        return new CreatePost(POST, ALICE, "Title", "Content", false);
    }

    static CreatePost createPost(String id, UserId author, boolean published) {
        return new CreatePost(new PostId(id), author, "Title of " + id, "Content of " + id, published);
    }

    static CreatePost createPost(String title, String content) {
        return new CreatePost(POST, ALICE, title, content, false);
    }

    static UpdatePost updatePost(String title, String content) {
        return new UpdatePost(POST, Optional.of(title), Optional.of(content), Optional.empty(), Optional.empty());
    }

    static UpdatePost updatePublished(boolean published) {
        return new UpdatePost(POST, Optional.empty(), Optional.empty(), Optional.of(published), Optional.empty());
    }

    static PublishPost publishPost() {
        return new PublishPost(POST, Optional.empty());
    }

    static UnpublishPost unpublishPost() {
        return new UnpublishPost(POST, Optional.empty());
    }

    static DeletePost deletePost() {
        return new DeletePost(POST, Optional.empty());
    }

    static FindPosts findPosts() {
        return findPosts(50, Optional.empty());
    }

    static FindPosts findPosts(int limit, Optional<String> cursor) {
        return new FindPosts(Optional.empty(), Optional.empty(), Shown.EVERYTHING, limit, cursor);
    }

    static PostCreated draftCreated() {
        return new PostCreated(POST.value(), ALICE.value(), "Title", "Content", false);
    }

    static PostPublished postPublished() {
        return new PostPublished(POST.value());
    }

    static PostDeleted postDeleted() {
        return new PostDeleted(POST.value());
    }
}
