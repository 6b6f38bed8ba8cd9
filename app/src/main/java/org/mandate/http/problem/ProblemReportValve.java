package org.mandate.http.problem;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

/**
 * Reports what the container refuses before any filter sees it, such as a broken request line, as a problem. Public with
 * a constructor without parameters since the container makes it by name.
 */
public class ProblemReportValve extends ErrorReportValve {
    @Override
    protected void report(Request request, Response response, @Nullable Throwable thrown) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        String id =
                request.getAttribute(ProblemWriter.REQUEST_ID) instanceof String known ? known : RequestIds.of(request);
        try {
            RenderedProblem rendered =
                    RenderedProblem.of(UnmappedErrors.ofStatus(status), path(request), id, PageTheme.of(request));
            byte[] body = rendered.bytes();
            response.setContentType(rendered.type());
            response.setHeader(RequestIds.HEADER, id);
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
            response.finishResponse();
        } catch (IOException | IllegalStateException gone) {
            container.getLogger().debug("a refused request could not be answered", gone);
        }
    }

    /** Of an address that was not read to its end no more is said than whether a page answers it. */
    private static String path(Request request) {
        String read = ProblemWriter.pathOf(request);
        String begun = read.isEmpty() ? UnreadTarget.of(request) : read;
        return RenderedProblem.isForPeople(begun) ? begun : read;
    }
}
