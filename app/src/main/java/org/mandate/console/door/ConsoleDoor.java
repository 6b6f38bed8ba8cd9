package org.mandate.console.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.mandate.console.Pages;
import org.mandate.console.WayBack;
import org.mandate.http.problem.ProblemWriter;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.web.util.UriComponentsBuilder;

/** Leads strangers to the sign-in page and back, and says of a form that it is stale. */
final class ConsoleDoor implements AuthenticationEntryPoint, AccessDeniedHandler {

    static final String STALE_FORM = "/console/stale-form";

    private static final String PARTIAL = "HX-Request";

    private final Pages pages;

    ConsoleDoor(Pages pages) {
        this.pages = pages;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException fault)
            throws IOException {
        String back = back(request);
        UriComponentsBuilder link =
                UriComponentsBuilder.fromPath("/console/login").queryParam("back", "{back}");
        if (!isRead(request) && !back.equals(WayBack.START)) {
            link.queryParam("unsaved");
        }
        String login = link.encode().buildAndExpand(back).toUriString();
        if (request.getHeader(PARTIAL) == null) {
            response.sendRedirect(login);
        } else {
            // A part of a page cannot become the sign-in page, so the whole page has to go there.
            response.setHeader("HX-Redirect", login);
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            response.setContentType("text/plain");
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException fault)
            throws IOException {
        try {
            request.getRequestDispatcher(STALE_FORM).forward(request, response);
        } catch (jakarta.servlet.ServletException failed) {
            ProblemWriter.writeRefusal(request, response, fault);
        }
    }

    /** What was sent is gone, but the page that it was typed on is there. */
    private String back(HttpServletRequest request) {
        String path = request.getRequestURI();
        String page = isRead(request) ? path : pages.above(path);
        String query = request.getQueryString();
        return query == null || !page.equals(path) ? page : page + "?" + query;
    }

    private static boolean isRead(HttpServletRequest request) {
        return "GET".equals(request.getMethod()) || "HEAD".equals(request.getMethod());
    }
}
