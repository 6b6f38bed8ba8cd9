package org.mandate.http.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The id of a request: the one that it brings, where a header of the answer can hold it, else one that is made here. */
public final class RequestIds {

    public static final String HEADER = "X-Request-ID";

    private RequestIds() {}

    public static String of(HttpServletRequest request) {
        String sent = request.getHeader(HEADER);
        return echoes(sent) ? sent : UUID.randomUUID().toString();
    }

    /** Callers get back whatever they sent, OpenID AuthZEN section 10.1.3; how long it may be the container says for all headers. */
    private static boolean echoes(@Nullable String id) {
        return id != null && !id.isEmpty() && id.chars().allMatch(c -> c == '\t' || (c >= ' ' && c != 127 && c < 256));
    }
}
