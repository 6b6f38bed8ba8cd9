package org.mandate.http.precondition;

import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mandate.http.problem.Problem;
import org.springframework.http.HttpHeaders;

/**
 * The precondition of a change (RFC 9110, section 13.1.1), compared strongly: a weak tag matches nothing.
 * @param any whether it is {@code *}
 * @param tags what stands between the quotes of its strong tags
 */
public record IfMatch(boolean any, Set<String> tags) {

    private static final String TAG = "(?:W/)?+\"[\\x21\\x23-\\x7e\\x80-\\xff]*+\"";
    /** Possessive throughout: a long header must neither be tried in many ways nor fill the stack. */
    private static final Pattern TAGS =
            Pattern.compile("(?:\\s*+,)*+\\s*+" + TAG + "\\s*+(?:,\\s*+(?:" + TAG + "\\s*+)?+)*+");

    private static final Pattern EACH = Pattern.compile(TAG);

    public IfMatch {
        tags = Set.copyOf(tags);
    }

    /**
     * What the header asks for, where there is one.
     * @param thing what the tags are tags of, for the words of a fault
     * @param example how such a tag looks like between its quotes
     */
    public static Optional<IfMatch> of(Optional<String> header, String thing, String example) {
        return header.map(String::strip).map(value -> read(value, thing, example));
    }

    private static IfMatch read(String value, String thing, String example) {
        if (value.equals("*")) {
            return new IfMatch(true, Set.of());
        }
        if (!TAGS.matcher(value).matches()) {
            String how =
                    "must be `*` or the `ETag` of the %s as it was answered, like `\"%s\"`".formatted(thing, example);
            throw Problem.invalid(HttpHeaders.IF_MATCH, how).found();
        }
        Set<String> strong = EACH.matcher(value)
                .results()
                .map(MatchResult::group)
                .filter(tag -> tag.startsWith("\""))
                .map(tag -> tag.substring(1, tag.length() - 1))
                .collect(Collectors.toSet());
        return new IfMatch(false, strong);
    }
}
