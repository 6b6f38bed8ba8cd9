package org.mandate.http.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The id of a request: the one that it brings, where a header of the answer can hold it, else one that is made here. */
public final class RequestIds {

    public static final String HEADER = "X-Request-ID";
    private static final int LONGEST = 128;
    private static final int LONGEST_FOREIGN = 4096;

    private RequestIds() {}

    public static String of(HttpServletRequest request) {
        String path = request.getRequestURI();
        String sent = request.getHeader(HEADER);
        boolean standard = path != null && path.startsWith("/access/");
        return acceptable(sent, standard) ? sent : UUID.randomUUID().toString();
    }

    /** AuthZEN callers get back whatever they sent, as long as a header can hold it. */
    private static boolean acceptable(@Nullable String id, boolean anyString) {
        return id != null
                && !id.isEmpty()
                && id.length() <= (anyString ? LONGEST_FOREIGN : LONGEST)
                && id.chars().allMatch(c -> anyString ? c >= ' ' && c != 127 && c < 256 : c > ' ' && c < 127);
    }
}
