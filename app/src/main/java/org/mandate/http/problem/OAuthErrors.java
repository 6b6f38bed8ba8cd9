package org.mandate.http.problem;

/** The error codes of RFC 6749 section 5.2, and 4.1.2.1 where that has none. */
final class OAuthErrors {
    private OAuthErrors() {}

    static String of(ProblemKind kind) {
        return switch (kind) {
            case BAD_CREDENTIALS -> "invalid_grant";
            case NOT_AUTHENTICATED -> "invalid_token";
            case REFUSED, SWITCHED_OFF -> "access_denied";
            case INSUFFICIENT_SCOPE -> "insufficient_scope";
            case INTERNAL -> "server_error";
            case TOO_MANY_REQUESTS, NOT_READY, NOT_RECORDED, NOT_REACHED -> "temporarily_unavailable";
            default -> "invalid_request";
        };
    }
}
