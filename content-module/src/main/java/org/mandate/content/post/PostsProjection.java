package org.mandate.content.post;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.queryhandling.QueryHandler;
import org.mandate.content.event.PostCreated;
import org.mandate.content.event.PostDeleted;
import org.mandate.content.event.PostPublished;
import org.mandate.content.event.PostUnpublished;
import org.mandate.content.event.PostUpdated;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The posts that stand, written inside the transaction of the command. An event applied twice changes nothing: the
 * version comes from the event's place in its stream.
 */
@Component
@ProcessingGroup(PostsProjection.GROUP)
class PostsProjection {

    static final String GROUP = "content.posts";

    private final JdbcClient jdbc;
    private final PostPages pages;

    PostsProjection(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.pages = new PostPages(jdbc);
    }

    @EventHandler
    void on(PostCreated event, @Timestamp Instant at, @SequenceNumber long sequence) {
        jdbc.sql("delete from content_post where id = :id")
                .param("id", event.postId())
                .update();
        jdbc.sql("""
                insert into content_post
                    (id, author_id, title, content, published, created_at, updated_at, version)
                values (:id, :author, :title, :content, :published, :at, :at, :version)
                """)
                .param("id", event.postId())
                .param("author", event.authorId())
                .param("title", event.title())
                .param("content", event.content())
                .param("published", event.published())
                .param("at", column(at))
                .param("version", sequence + 1)
                .update();
    }

    @EventHandler
    void on(PostUpdated event, @Timestamp Instant at, @SequenceNumber long sequence) {
        var changed = jdbc.sql("""
                update content_post
                set title = :title, content = :content, updated_at = :at, version = :version
                where id = :id
                """)
                .param("title", event.title())
                .param("content", event.content())
                .param("at", column(at))
                .param("version", sequence + 1)
                .param("id", event.postId())
                .update();
        wasThere(changed, event.postId());
    }

    @EventHandler
    void on(PostPublished event, @Timestamp Instant at, @SequenceNumber long sequence) {
        show(event.postId(), true, at, sequence);
    }

    @EventHandler
    void on(PostUnpublished event, @Timestamp Instant at, @SequenceNumber long sequence) {
        show(event.postId(), false, at, sequence);
    }

    @EventHandler
    void on(PostDeleted event) {
        jdbc.sql("delete from content_post where id = :id")
                .param("id", event.postId())
                .update();
    }

    @ResetHandler
    void reset() {
        jdbc.sql("delete from content_post").update();
    }

    @QueryHandler
    Optional<PostView> handle(FindPost query) {
        return pages.one(query.post());
    }

    @QueryHandler
    PostPage handle(FindPosts query) {
        return pages.page(query);
    }

    private void show(String post, boolean published, Instant at, long sequence) {
        var changed = jdbc.sql("""
                update content_post
                set published = :published, updated_at = :at, version = :version
                where id = :id
                """)
                .param("published", published)
                .param("at", column(at))
                .param("version", sequence + 1)
                .param("id", post)
                .update();
        wasThere(changed, post);
    }

    private static void wasThere(int changed, String post) {
        if (changed != 1) {
            throw new IllegalStateException("the read model has no post `" + post + "`, rebuild it from the history");
        }
    }

    /** Databases keep microseconds; cut here, so that none of them rounds up. */
    private static OffsetDateTime column(Instant at) {
        return at.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }
}
