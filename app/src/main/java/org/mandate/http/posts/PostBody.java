package org.mandate.http.posts;

import java.time.Instant;
import org.mandate.content.post.PostView;

/** A post as it is answered. */
record PostBody(
        String id,
        String title,
        String content,
        String authorId,
        boolean published,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    static PostBody of(PostView view) {
        return new PostBody(
                view.id().value(),
                view.title(),
                view.content(),
                view.authorId().value(),
                view.published(),
                view.createdAt(),
                view.updatedAt(),
                view.version());
    }
}
