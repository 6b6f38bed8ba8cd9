package org.mandate.http.problem;

/** A request cannot be served; the problem that it carries is the answer. */
public class ProblemFound extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Problem problem;

    ProblemFound(Problem problem) {
        super(problem.detail(), null, false, false);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
