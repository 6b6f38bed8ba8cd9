package org.mandate.content.post;

import java.util.Optional;
import org.mandate.identity.UserId;

/**
 * A page of posts, newest first; answers {@link PostPage}. A page may be short, and go on, where few of many posts may be shown.
 * @param shown which of them may be among it
 * @param limit 1 to 1000
 * @param cursor {@code next} of the page before
 */
public record FindPosts(
        Optional<UserId> author, Optional<Boolean> published, Shown shown, int limit, Optional<String> cursor) {}
