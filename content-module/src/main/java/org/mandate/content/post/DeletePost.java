package org.mandate.content.post;

import java.util.Optional;
import org.mandate.content.PostId;

/** Delete a post. */
public record DeletePost(PostId post, Optional<Long> expectedVersion) {}
