package org.mandate.http.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;

/** The body of an error, RFC 9457. */
@Schema(name = "Problem", description = "An error, RFC 9457")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ProblemBody(
        @Schema(description = "The kind of problem; leads to a page that explains it", example = "/problems/refused")
        String type,

        String title,
        @Schema(example = "403") int status,

        @Schema(description = "What is wrong with this request")
        String detail,

        @Schema(description = "The path of the request, where it could be read")
        String instance,

        @Schema(description = "What is wrong with which field")
        List<FieldFault> errors,

        @Schema(description = "The record of the decision that refused", nullable = true)
        Optional<String> decisionId,

        @Schema(description = "The error code of RFC 6749, on /auth only", nullable = true)
        Optional<String> error,

        @Schema(description = "As in the header X-Request-ID")
        String requestId) {

    static ProblemBody of(Problem problem, String path, String requestId) {
        Optional<String> error = path.startsWith("/auth/")
                ? problem.error().or(() -> Optional.of(OAuthErrors.of(problem.kind())))
                : Optional.empty();
        return new ProblemBody(
                problem.kind().type().toString(),
                problem.kind().title(),
                problem.kind().status(),
                problem.detail(),
                path.isEmpty() ? "urn:uuid:" + requestId : path,
                problem.errors(),
                problem.decisionId(),
                error,
                requestId);
    }
}
