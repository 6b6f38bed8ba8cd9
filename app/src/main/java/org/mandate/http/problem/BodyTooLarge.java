package org.mandate.http.problem;

import java.io.IOException;

/** More bytes arrived than a request body may have. */
public class BodyTooLarge extends IOException {
    private static final long serialVersionUID = 1L;
    private final long limit;

    public BodyTooLarge(long limit) {
        super("more than " + limit + " bytes");
        this.limit = limit;
    }

    public Problem problem() {
        return Problem.of(ProblemKind.TOO_LARGE, "the body has more than " + limit + " bytes");
    }
}
