package org.mandate.http.edge;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.mandate.http.problem.Problem;
import org.mandate.http.problem.ProblemKind;
import org.mandate.http.problem.ProblemWriter;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/** What the firewall refuses: a disguised path, or a method that nothing here has. */
final class RejectedRequests implements RequestRejectedHandler {

    private static final Set<String> METHODS = Set.of("DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT");

    private final ObjectProvider<RequestMappingInfoHandlerMapping> mappings;

    /** The mappings are had late: they come with the web framework, after the filters. */
    RejectedRequests(ObjectProvider<RequestMappingInfoHandlerMapping> mappings) {
        this.mappings = mappings;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException fault)
            throws IOException {
        if (METHODS.contains(request.getMethod())) {
            Problem problem =
                    Problem.of(ProblemKind.MALFORMED_REQUEST, "the path or a header holds what is not accepted");
            ProblemWriter.write(request, response, problem);
        } else {
            refuseMethod(request, response);
        }
    }

    /** The mappings themselves say which methods the path has. */
    private void refuseMethod(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ServletRequestPathUtils.parseAndCache(request);
        for (RequestMappingInfoHandlerMapping mapping : mappings.orderedStream().toList()) {
            try {
                mapping.getHandler(request);
            } catch (Exception notOffered) {
                ProblemWriter.writeRefusal(request, response, notOffered);
                return;
            }
        }
        ProblemWriter.write(request, response, Problem.of(ProblemKind.NOT_FOUND, "there is nothing at this path"));
    }
}
