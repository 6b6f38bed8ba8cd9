package org.mandate.http.precondition;

import java.util.Optional;
import org.mandate.authorization.Tagged;
import org.mandate.authorization.Upon;
import org.mandate.http.problem.Problem;
import org.springframework.http.HttpHeaders;

/** What has to stand for a change of the access model, as the headers of its request say it. */
public final class Standing {

    private static final String EXAMPLE = "rL0Y20zC-Fzt72VPzMSk2A0F";

    private Standing() {}

    /** By {@code If-Match}; without it, whatever stands. */
    public static <T extends Tagged> Upon<T> matching(Optional<String> ifMatch, String thing) {
        return IfMatch.of(ifMatch, thing, EXAMPLE)
                .map(match -> match.any() ? Upon.<T>something() : Upon.<T>tagged(match.tags()))
                .orElseGet(Upon::whateverStands);
    }

    /** The same, or by {@code If-None-Match: *} nothing: only what is to be made can ask for that. */
    public static <T extends Tagged> Upon<T> matching(
            Optional<String> ifMatch, Optional<String> ifNoneMatch, String thing) {
        if (ifNoneMatch.isEmpty()) {
            return matching(ifMatch, thing);
        }
        if (!ifNoneMatch.get().strip().equals("*")) {
            throw Problem.invalid(
                            HttpHeaders.IF_NONE_MATCH,
                            "must be `*`, which only creates; to change what was read, send its `ETag` in `If-Match`")
                    .found();
        }
        if (ifMatch.isPresent()) {
            throw Problem.invalid(HttpHeaders.IF_NONE_MATCH, "contradicts `If-Match`, send one of the two")
                    .found();
        }
        return Upon.nothing();
    }

    /** The tag of what is answered, as its header has it. */
    public static String tag(Tagged answered) {
        return "\"" + answered.tag() + "\"";
    }
}
