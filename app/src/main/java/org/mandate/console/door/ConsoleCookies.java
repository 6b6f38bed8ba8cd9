package org.mandate.console.door;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.mandate.config.MandateSettings;
import org.mandate.console.Visitor;
import org.mandate.identity.InstallationKey;
import org.mandate.identity.SealingKey;
import org.mandate.identity.UserId;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * The cookies of the console. Who is visiting stands in the cookie itself, sealed with the installation key, so that any node
 * knows them; whether the session still stands is asked on each request.
 */
@Component
class ConsoleCookies {

    static final String SESSION = "mandate_console";
    static final Duration LONGEST_VISIT = Duration.ofHours(12);

    private static final String PATH = "/console";
    private static final String CONTEXT = "console-visitor";
    private static final int LONGEST = 1024;
    private static final int PARTS = 4;

    private final SealingKey key;
    private final Clock clock;
    private final boolean https;

    ConsoleCookies(InstallationKey key, MandateSettings settings, Clock clock) {
        this.key = key.sealing();
        this.clock = clock;
        this.https = settings.baseUrl().startsWith("https:");
    }

    Optional<Visitor> visitor(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, SESSION);
        if (cookie == null || cookie.getValue().length() > LONGEST) {
            return Optional.empty();
        }
        try {
            byte[] sealed = Base64.getUrlDecoder().decode(cookie.getValue());
            String[] parts = new String(key.open(sealed, CONTEXT), StandardCharsets.UTF_8).split("\n", PARTS);
            Visitor visitor = new Visitor(
                    new UserId(parts[0]), parts[3], parts[1], Instant.ofEpochSecond(Long.parseLong(parts[2])));
            return Optional.of(visitor).filter(this::isRecent);
        } catch (IllegalStateException | IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private boolean isRecent(Visitor visitor) {
        return clock.instant().isBefore(visitor.since().plus(LONGEST_VISIT));
    }

    void admit(Visitor visitor, HttpServletRequest request, HttpServletResponse response) {
        String plain = String.join(
                "\n",
                visitor.user().value(),
                visitor.session(),
                Long.toString(visitor.since().getEpochSecond()),
                visitor.username());
        byte[] sealed = key.seal(plain.getBytes(StandardCharsets.UTF_8), CONTEXT);
        String value = Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
        add(response, cookie(SESSION, value, request).build());
    }

    void dismiss(HttpServletRequest request, HttpServletResponse response) {
        add(response, cookie(SESSION, "", request).maxAge(0).build());
    }

    /** A taste and no secret: it lives for a year. */
    void remember(String name, String value, HttpServletRequest request, HttpServletResponse response) {
        add(response, cookie(name, value, request).maxAge(Duration.ofDays(365)).build());
    }

    /** Whether browsers reach this installation by HTTPS, even where a proxy ends it. */
    boolean https() {
        return https;
    }

    private ResponseCookie.ResponseCookieBuilder cookie(String name, String value, HttpServletRequest request) {
        return ResponseCookie.from(name, value)
                .path(PATH)
                .httpOnly(true)
                .sameSite("Strict")
                .secure(https || request.isSecure());
    }

    private static void add(HttpServletResponse response, ResponseCookie cookie) {
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
