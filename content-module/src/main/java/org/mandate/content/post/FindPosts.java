package org.mandate.content.post;

import java.util.Optional;
import org.mandate.identity.UserId;

/**
 * A page of posts, newest first; answers {@link PostPage}.
 * @param draftsOf whose drafts may be among them; empty admits the drafts of everybody
 * @param limit 1 to 1000
 * @param cursor {@code next} of the page before
 */
public record FindPosts(
        Optional<UserId> author,
        Optional<Boolean> published,
        Optional<UserId> draftsOf,
        int limit,
        Optional<String> cursor) {}
