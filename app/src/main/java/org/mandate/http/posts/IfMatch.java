package org.mandate.http.posts;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The precondition of a change (RFC 9110, section 13.1.1), compared strongly. */
final class IfMatch {

    /** No post has it: a tag that was not made here cannot match. */
    private static final long NO_VERSION = -1;

    private static final Pattern OUR_TAG = Pattern.compile("\"(\\d{1,18})\"");

    private IfMatch() {}

    /**
     * The version that the post must have, where the header asks for one. Of several tags the newest counts: a client that
     * would also do with an older state asks again, and no change is lost.
     */
    static Optional<Long> version(Optional<String> header) {
        return header.map(String::strip).filter(tags -> !tags.equals("*")).map(IfMatch::newest);
    }

    private static long newest(String tags) {
        long newest = NO_VERSION;
        for (String tag : tags.split(",", -1)) {
            Matcher ours = OUR_TAG.matcher(tag.strip());
            if (ours.matches()) {
                newest = Math.max(newest, Long.parseLong(ours.group(1)));
            }
        }
        return newest;
    }
}
