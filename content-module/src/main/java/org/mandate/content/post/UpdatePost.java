package org.mandate.content.post;

import java.util.Optional;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.mandate.content.PostId;

/**
 * Change what is given and keep the rest.
 * @param expectedVersion refuse when the post has moved on (RFC 9110, If-Match)
 */
public record UpdatePost(
        PostId post,
        Optional<String> title,
        Optional<String> content,
        Optional<Boolean> published,
        Optional<Long> expectedVersion) {

    /** The event stream that the command is for. */
    @TargetAggregateIdentifier
    public String stream() {
        return post.stream();
    }
}
