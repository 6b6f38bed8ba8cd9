package org.mandate.content.post;

import java.time.Instant;
import org.mandate.content.PostId;
import org.mandate.identity.UserId;

/** A post as readers see it. {@code version} rises by one with every change. */
public record PostView(
        PostId id,
        String title,
        String content,
        UserId authorId,
        boolean published,
        Instant createdAt,
        Instant updatedAt,
        long version) {}
