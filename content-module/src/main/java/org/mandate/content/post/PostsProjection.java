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
import org.springframework.stereotype.Component;

/**
 * The posts that stand, written inside the transaction of the command. An event applied twice changes nothing: the
 * version comes from the event's place in its stream.
 */
@Component
@ProcessingGroup(PostsProjection.GROUP)
class PostsProjection {

    static final String GROUP = "content.posts";

    private final PostRows rows;
    private final PostPages pages;

    PostsProjection(PostRows rows, PostPages pages) {
        this.rows = rows;
        this.pages = pages;
    }

    @EventHandler
    void on(PostCreated event, @Timestamp Instant at, @SequenceNumber long sequence) {
        rows.insert(event, column(at), sequence + 1);
    }

    @EventHandler
    void on(PostUpdated event, @Timestamp Instant at, @SequenceNumber long sequence) {
        wasThere(rows.change(event, column(at), sequence + 1), event.postId());
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
        rows.delete(event.postId());
    }

    @ResetHandler
    void reset() {
        rows.deleteAll();
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
        wasThere(rows.show(post, published, column(at), sequence + 1), post);
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
