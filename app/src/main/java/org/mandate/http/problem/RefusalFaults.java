package org.mandate.http.problem;

import java.util.Locale;
import java.util.stream.Collectors;
import org.mandate.authorization.decision.Decision;
import org.mandate.authorization.decision.Reason;
import org.mandate.enforcement.AccessRefused;

/** What the enforcement point refused: a sentence of what is missing, and the record of the decision. */
final class RefusalFaults {
    /** Said of what does not exist and of what is hidden alike: a difference would tell the one from the other. */
    static final String NOTHING_HERE = "there is nothing here that you may know of";

    private static final int LONGEST_DETAIL = 1000;

    private RefusalFaults() {}

    static Problem problem(AccessRefused refused) {
        if (refused.hidden()) {
            return Problem.of(ProblemKind.NOT_FOUND, NOTHING_HERE);
        }
        String sentence = sentence(refused.decision());
        return refused.missingScope()
                .map(scope -> insufficient(scope, sentence))
                .orElseGet(() -> Problem.of(ProblemKind.REFUSED, sentence))
                .withDecision(refused.decisionId());
    }

    private static Problem insufficient(String scope, String sentence) {
        return Problem.of(ProblemKind.INSUFFICIENT_SCOPE, sentence)
                .withHeader("WWW-Authenticate", "Bearer error=\"insufficient_scope\", scope=\"" + scope + "\"");
    }

    private static String sentence(Decision decision) {
        String reasons = decision.reasons().stream()
                .map(Reason::detail)
                .filter(detail -> !detail.isBlank())
                .collect(Collectors.joining("; "));
        String sentence = reasons.isEmpty() ? "nothing allows this" : reasons;
        String capped = sentence.length() <= LONGEST_DETAIL ? sentence : sentence.substring(0, LONGEST_DETAIL);
        return capped.substring(0, 1).toLowerCase(Locale.ROOT) + capped.substring(1);
    }
}
