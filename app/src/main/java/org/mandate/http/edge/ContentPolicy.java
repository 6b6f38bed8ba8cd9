package org.mandate.http.edge;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.web.header.HeaderWriter;

/** Answers of the API load nothing; the documentation page loads what this server serves, and nothing from elsewhere. */
final class ContentPolicy implements HeaderWriter {
    private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";
    private static final String OWN = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
            + "img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; "
            + "frame-ancestors 'none'";

    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        if (!response.containsHeader("Content-Security-Policy")) {
            String path = request.getRequestURI();
            boolean page = path.startsWith("/docs") || path.startsWith("/swagger-ui/");
            response.setHeader("Content-Security-Policy", page ? OWN : NOTHING);
        }
    }
}
