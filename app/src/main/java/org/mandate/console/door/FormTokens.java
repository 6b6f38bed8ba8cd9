package org.mandate.console.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.stereotype.Component;

/** What a form proves by that it stands on a page of this console, and of the visit that it is sent in. */
@Component
class FormTokens {

    private final CookieCsrfTokenRepository kept = new CookieCsrfTokenRepository();

    FormTokens(ConsoleCookies cookies) {
        kept.setCookieName("mandate_form");
        kept.setCookiePath("/console");
        kept.setCookieCustomizer(cookie -> {
            cookie.httpOnly(true).sameSite("Strict");
            if (cookies.https()) {
                cookie.secure(true);
            }
        });
    }

    CsrfTokenRepository kept() {
        return kept;
    }

    /** From now on no form is taken that stands on a page from before. */
    void renew(HttpServletRequest request, HttpServletResponse response) {
        kept.saveToken(kept.generateToken(request), request, response);
    }
}
