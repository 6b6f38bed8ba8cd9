package org.mandate.http.posts;

import java.util.Optional;
import java.util.regex.Pattern;
import org.mandate.http.precondition.IfMatch;

/** The version of a post that a request asks for. */
final class PostVersion {

    /** No post has it: a tag that was not made here cannot match. */
    private static final long NO_VERSION = -1;

    private static final Pattern OURS = Pattern.compile("[1-9][0-9]{0,17}");

    private PostVersion() {}

    /**
     * The version that the post must have, where the header asks for one. Of several tags the newest counts: a client that
     * would also do with an older state asks again, and no change is lost.
     */
    static Optional<Long> asked(Optional<String> ifMatch) {
        return IfMatch.of(ifMatch, "post", "3").filter(match -> !match.any()).map(PostVersion::newest);
    }

    private static long newest(IfMatch match) {
        return match.tags().stream()
                .filter(tag -> OURS.matcher(tag).matches())
                .mapToLong(Long::parseLong)
                .max()
                .orElse(NO_VERSION);
    }
}
