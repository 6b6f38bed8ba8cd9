package org.mandate.content.post;

import java.util.Optional;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.mandate.content.PostId;

/** Make a draft public; of no effect on a published post. */
public record PublishPost(PostId post, Optional<Long> expectedVersion) {

    /** The event stream that the command is for. */
    @TargetAggregateIdentifier
    public String stream() {
        return post.stream();
    }
}
