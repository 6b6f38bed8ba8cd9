package org.mandate.content.post;

import java.util.Optional;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.mandate.content.PostId;

/** Make a post a draft again; of no effect on a draft. */
public record UnpublishPost(PostId post, Optional<Long> expectedVersion) {

    /** The event stream that the command is for. */
    @TargetAggregateIdentifier
    public String stream() {
        return post.stream();
    }
}
