package org.mandate.http.problem;

import java.net.URI;
import java.util.Optional;

/** The kinds of problem that a caller can meet. Closed: each has one status and one stable {@code type}. */
public enum ProblemKind {
    MALFORMED_REQUEST(
            400,
            "The request is malformed",
            "The request cannot be read: its line, a header, a parameter or the syntax of its body is broken."),
    INVALID_REQUEST(
            400,
            "The request is not valid",
            "The request can be read, but a value in it is not acceptable. The member errors names each field."),
    NOT_AUTHENTICATED(
            401,
            "Not authenticated",
            "The request needs a valid access token in the header Authorization: Bearer. Sign in or refresh."),
    BAD_CREDENTIALS(
            401,
            "The credentials are not accepted",
            "The username, the password or the refresh token is not accepted. Which of them is not said."),
    REFUSED(
            403,
            "Refused",
            "You are known, and you may not do this. The member decisionId names the record of the decision."),
    INSUFFICIENT_SCOPE(
            403,
            "The token lacks a scope",
            "The access token does not carry the scope that this needs. Sign in again and ask for that scope."),
    SWITCHED_OFF(403, "Switched off", "This installation does not offer what was asked for."),
    NOT_FOUND(404, "Not found", "There is no such resource, or you may not learn that there is one."),
    METHOD_NOT_ALLOWED(
            405, "Method not allowed", "The resource does not have this method. The header Allow lists those it has."),
    NOT_ACCEPTABLE(
            406, "Not acceptable", "The resource cannot be given in any of the media types of the header Accept."),
    CONFLICT(409, "Conflict with the present state", "What was asked for contradicts what stands now."),
    STALE(
            412,
            "The precondition is stale",
            "The resource has changed since it was read. Read it again and repeat the change on what it is now."),
    TOO_LARGE(413, "The body is too large", "A request body has at most 1 MiB; one for /admin/import at most 256 MiB."),
    TOO_MUCH_TO_RECORD(
            413,
            "Too much to record at once",
            "Each question is recorded with all that it inherits, and the records of one request have a limit. Ask fewer"
                    + " at once, or send less with each."),
    HEADERS_TOO_LARGE(
            431, "The header fields are too large", "The request line and headers together exceed the limit."),
    UNSUPPORTED_MEDIA_TYPE(
            415,
            "Unsupported media type",
            "The body is of a type that this does not take. The header Accept of the answer lists those it takes."),
    TOO_MANY_REQUESTS(
            429, "Too many requests", "Come again after the number of seconds that the header Retry-After says."),
    INTERNAL(500, "Internal error", "The server failed. The request id leads to what happened in its log."),
    NOT_READY(
            503,
            "Not ready",
            "This node cannot answer now. Come again after the number of seconds that the header Retry-After says."),
    NOT_RECORDED(
            503,
            "The decision could not be recorded",
            "No decision leaves this server unrecorded, so the request is refused. Come again later."),
    NOT_REACHED(
            503,
            "The position is not reached yet",
            "This node's view has not reached the position that the header Mandate-At-Least asks for. Come again.");

    private final int status;
    private final String title;
    private final String explanation;

    ProblemKind(int status, String title, String explanation) {
        this.status = status;
        this.title = title;
        this.explanation = explanation;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    /** What it means and what to do, for the page that {@link #type} leads to. */
    public String explanation() {
        return explanation;
    }

    /** Whether it passes by itself, so that the same request may be answered a moment later. */
    public boolean passes() {
        return switch (this) {
            case NOT_READY, NOT_RECORDED, NOT_REACHED, TOO_MANY_REQUESTS -> true;
            default -> false;
        };
    }

    /** The last part of {@link #type}. */
    public String slug() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /** The stable reference of this kind; it leads to a page that explains it. */
    public URI type() {
        return URI.create("/problems/" + slug());
    }

    static Optional<ProblemKind> ofSlug(String slug) {
        for (ProblemKind kind : values()) {
            if (kind.slug().equals(slug)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
