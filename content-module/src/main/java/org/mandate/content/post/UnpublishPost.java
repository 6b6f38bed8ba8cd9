package org.mandate.content.post;

import java.util.Optional;
import org.mandate.content.PostId;

/** Make a post a draft again; of no effect on a draft. */
public record UnpublishPost(PostId post, Optional<Long> expectedVersion) {}
