package org.mandate.content.post;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.mandate.content.PostId;
import org.mandate.identity.UserId;

/** Write a post. Title 1 to 200 characters, content 1 to 100,000. */
public record CreatePost(PostId post, UserId author, String title, String content, boolean published) {

    /** The event stream that the command is for. */
    @TargetAggregateIdentifier
    public String stream() {
        return post.stream();
    }
}
