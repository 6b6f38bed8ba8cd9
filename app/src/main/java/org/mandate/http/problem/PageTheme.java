package org.mandate.http.problem;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.springframework.web.util.WebUtils;

/** The theme of a page for people, as whoever asks for it has chosen. */
public final class PageTheme {

    /** The cookie that remembers it. */
    public static final String COOKIE = "mandate_theme";

    /** As the visitor's system has it. */
    public static final String AUTO = "auto";

    private static final Set<String> CHOSEN = Set.of("light", "dark");

    private PageTheme() {}

    /** The theme of an answer to this request. */
    public static String of(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, COOKIE);
        return cookie == null ? AUTO : named(cookie.getValue());
    }

    /** A theme of this name, or that of the system where there is none of it. */
    public static String named(String name) {
        return CHOSEN.contains(name) ? name : AUTO;
    }
}
