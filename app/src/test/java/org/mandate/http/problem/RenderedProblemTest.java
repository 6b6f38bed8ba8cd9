package org.mandate.http.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The page that people get where a request never came to a controller. */
class RenderedProblemTest {

    private static String page(ProblemKind kind) {
        return RenderedProblem.of(Problem.of(kind, "it is so"), "/console/users", "r1", PageTheme.AUTO)
                .text();
    }

    @Test
    void whatPassesByItselfIsOfferedAgain() {
        assertThat(page(ProblemKind.NOT_READY)).contains("Try again in a moment: <a href=\"\">");
        assertThat(page(ProblemKind.TOO_MANY_REQUESTS)).contains("Try again in a moment");
        assertThat(page(ProblemKind.REFUSED)).doesNotContain("Try again").contains("To the first page");
    }
}
