package org.mandate.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.Set;
import org.mandate.http.problem.Problem;
import org.mandate.http.problem.ProblemKind;
import org.mandate.http.problem.ProblemWriter;

/** Tries what a form asks for. What the visitor can mend comes back to the form; all else goes to the error page. */
public final class Attempt {

    private static final Set<ProblemKind> MENDABLE = Set.of(
            ProblemKind.INVALID_REQUEST,
            ProblemKind.MALFORMED_REQUEST,
            ProblemKind.CONFLICT,
            ProblemKind.STALE,
            ProblemKind.NOT_FOUND,
            ProblemKind.TOO_MANY_REQUESTS);

    private Attempt() {}

    /** What was wrong; {@link FormFaults#NONE} where it was done. */
    public static FormFaults at(Runnable action, HttpServletRequest request, HttpServletResponse response) {
        Optional<Problem> problem = problem(action, request);
        problem.ifPresent(found -> response.setStatus(found.kind().status()));
        return problem.map(FormFaults::of).orElse(FormFaults.NONE);
    }

    /** The same for a part of a page, which says it in its place: the page itself is in order. */
    static FormFaults beside(Runnable action, HttpServletRequest request) {
        return problem(action, request).map(FormFaults::of).orElse(FormFaults.NONE);
    }

    private static Optional<Problem> problem(Runnable action, HttpServletRequest request) {
        try {
            action.run();
            return Optional.empty();
        } catch (RuntimeException thrown) {
            return Optional.of(ProblemWriter.problem(thrown, request)
                    .filter(found -> MENDABLE.contains(found.kind()))
                    .orElseThrow(() -> thrown));
        }
    }
}
