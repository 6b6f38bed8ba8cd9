package org.mandate.content.post;

import java.util.Optional;
import org.mandate.content.PostId;

/** Make a draft public; of no effect on a published post. */
public record PublishPost(PostId post, Optional<Long> expectedVersion) {}
