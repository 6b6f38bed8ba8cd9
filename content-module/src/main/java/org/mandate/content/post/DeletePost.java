package org.mandate.content.post;

import java.util.Optional;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.mandate.content.PostId;

/** Delete a post. */
public record DeletePost(PostId post, Optional<Long> expectedVersion) {

    /** The event stream that the command is for. */
    @TargetAggregateIdentifier
    public String stream() {
        return post.stream();
    }
}
