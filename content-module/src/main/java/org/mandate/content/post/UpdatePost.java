package org.mandate.content.post;

import java.util.Optional;
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
        Optional<Long> expectedVersion) {}
