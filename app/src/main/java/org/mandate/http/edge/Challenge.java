package org.mandate.http.edge;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.mandate.http.problem.Problem;
import org.mandate.http.problem.ProblemKind;
import org.mandate.http.problem.ProblemWriter;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/** What the security chain answers by itself, as problems. */
final class Challenge implements AuthenticationEntryPoint, AccessDeniedHandler {
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

    private static Problem unauthenticated(String detail) {
        return Problem.of(ProblemKind.NOT_AUTHENTICATED, detail);
    }
}
