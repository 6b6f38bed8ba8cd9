package org.mandate.content.post;

import org.mandate.content.PostId;

/** The post with this id; answers {@code Optional<PostView>}. */
public record FindPost(PostId post) {}
