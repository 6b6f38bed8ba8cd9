package org.mandate.http.edge;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.mandate.http.problem.Problem;
import org.mandate.http.problem.ProblemKind;
import org.mandate.http.problem.ProblemWriter;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;

/** What the security chain answers by itself, as problems. */
final class Challenge implements AuthenticationEntryPoint, AccessDeniedHandler, RequestRejectedHandler {
    private static final Set<String> METHODS = Set.of("DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT");

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException fault)
            throws IOException {
        boolean sent = request.getAttribute(BearerFilter.REJECTED) != null;
        Problem problem = sent
                ? unauthenticated("the access token is not valid, has expired or was revoked")
                        .withHeader(
                                "WWW-Authenticate",
                                "Bearer error=\"invalid_token\", error_description=\"invalid, expired or revoked\"")
                : unauthenticated("this needs an access token").withHeader("WWW-Authenticate", "Bearer");
        ProblemWriter.write(request, response, sent ? problem : problem.withError("invalid_request"));
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException fault)
            throws IOException {
        ProblemWriter.writeRefusal(request, response, fault);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException fault)
            throws IOException {
        Problem problem = METHODS.contains(request.getMethod())
                ? Problem.of(ProblemKind.MALFORMED_REQUEST, "the path or a header holds what is not accepted")
                : Problem.of(ProblemKind.METHOD_NOT_ALLOWED, "the method is not offered here")
                        .withHeader("Allow", "DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT");
        ProblemWriter.write(request, response, problem);
    }

    private static Problem unauthenticated(String detail) {
        return Problem.of(ProblemKind.NOT_AUTHENTICATED, detail);
    }
}
