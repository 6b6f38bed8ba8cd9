package org.mandate.http.posts;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mandate.http.problem.Problem;
import org.springframework.http.HttpHeaders;

/** The precondition of a change (RFC 9110, section 13.1.1), compared strongly. */
final class IfMatch {

    /** No post has it: a tag that was not made here cannot match. */
    private static final long NO_VERSION = -1;

    private static final Pattern OUR_TAG = Pattern.compile("\"([1-9][0-9]{0,17})\"");
    private static final String TAG = "(?:W/)?+\"[\\x21\\x23-\\x7e\\x80-\\xff]*+\"";
    /** Possessive throughout: a long header must neither be tried in many ways nor fill the stack. */
    private static final Pattern TAGS =
            Pattern.compile("(?:\\s*+,)*+\\s*+" + TAG + "\\s*+(?:,\\s*+(?:" + TAG + "\\s*+)?+)*+");

    private static final Pattern EACH = Pattern.compile(TAG);

    private IfMatch() {}

    /**
     * The version that the post must have, where the header asks for one. Of several tags the newest counts: a client that
     * would also do with an older state asks again, and no change is lost.
     */
    static Optional<Long> version(Optional<String> header) {
        return header.map(String::strip).filter(tags -> !tags.equals("*")).map(IfMatch::newest);
    }

    private static long newest(String tags) {
        if (!TAGS.matcher(tags).matches()) {
            throw Problem.invalid(
                            HttpHeaders.IF_MATCH,
                            "must be `*` or the `ETag` of the post as it was answered, like `\"3\"`")
                    .found();
        }
        return EACH.matcher(tags)
                .results()
                .map(MatchResult::group)
                .map(OUR_TAG::matcher)
                .filter(Matcher::matches)
                .mapToLong(ours -> Long.parseLong(ours.group(1)))
                .max()
                .orElse(NO_VERSION);
    }
}
