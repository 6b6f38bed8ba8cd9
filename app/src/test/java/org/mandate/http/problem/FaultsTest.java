package org.mandate.http.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mandate.authorization.AccessRuleViolated;
import org.mandate.authorization.decision.Decision;
import org.mandate.authorization.decision.Reason;
import org.mandate.authorization.journal.DecisionNotRecorded;
import org.mandate.authorization.point.DecisionPoint.FactsNotReady;
import org.mandate.content.post.PostRuleViolated;
import org.mandate.enforcement.AccessRefused;
import org.mandate.identity.user.UserRuleViolated;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.mock.http.MockHttpInputMessage;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.servlet.HandlerMapping;
import tools.jackson.core.exc.StreamReadException;

class FaultsTest {
    private static final Decision DENIED =
            new Decision(false, List.of(new Reason(Reason.Kind.ROLE, "admin", "the role is missing: `admin`")), 7);

    private final MockHttpServletRequest request = new MockHttpServletRequest();

    @ParameterizedTest
    @CsvSource({
        "UNKNOWN_USER, 404",
        "USERNAME_TAKEN, 409",
        "EMAIL_TAKEN, 409",
        "USER_EXISTS, 409",
        "WRONG_PASSWORD, 400",
        "TOO_MANY_ATTEMPTS, 429",
        "INVALID, 400"
    })
    void mapsTheRulesOfUsers(UserRuleViolated.Rule rule, int status) {
        assertThat(status(new UserRuleViolated(rule, "email", "no"))).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"UNKNOWN_POST, 404", "STALE_VERSION, 412", "INVALID, 400"})
    void mapsTheRulesOfPosts(PostRuleViolated.Rule rule, int status) {
        assertThat(status(new PostRuleViolated(rule, "title", "no"))).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "UNKNOWN_SUBJECT, user, id, 404",
        "UNKNOWN_ASSIGNMENT, assignment, id, 404",
        "UNKNOWN_ROLE, inherits, inherited, 404",
        "UNKNOWN_ROLE, inherits, role, 400",
        "UNKNOWN_ROLE, roles, id, 400",
        "UNKNOWN_ROLE, role, role, 404",
        "UNKNOWN_PERMISSION, permissions, permission, 404",
        "UNKNOWN_PERMISSION, permissions, role, 400",
        "ROLE_EXISTS, name, id, 409",
        "PERMISSION_EXISTS, name, id, 409",
        "POLICY_EXISTS, id, id, 412",
        "STALE, id, id, 412",
        "INHERITANCE_CYCLE, inherits, role, 409",
        "LAST_ADMINISTRATOR, role, role, 409",
        "PROTECTED_ROLE, role, role, 409",
        "INVALID, name, id, 400"
    })
    void mapsTheRulesOfAccessByWhatThePathNames(
            AccessRuleViolated.Rule rule, String field, String variable, int status) {
        request.setAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE, Map.of(variable, "x"));

        assertThat(status(new AccessRuleViolated(rule, field, "no"))).isEqualTo(status);
    }

    @Test
    void answersARefusalWithItsDecision() {
        Problem problem = problem(new AccessRefused("d-1", DENIED, Optional.empty(), false));

        assertThat(problem.kind()).isEqualTo(ProblemKind.REFUSED);
        assertThat(problem.decisionId()).contains("d-1");
        assertThat(problem.detail()).isEqualTo("the role is missing: `admin`");
    }

    @Test
    void namesTheMissingScope() {
        Problem problem = problem(new AccessRefused("d-1", DENIED, Optional.of("admin"), false));

        assertThat(problem.kind()).isEqualTo(ProblemKind.INSUFFICIENT_SCOPE);
        assertThat(problem.headers())
                .containsEntry("WWW-Authenticate", "Bearer error=\"insufficient_scope\", scope=\"admin\"");
    }

    @Test
    void saysNothingOfWhatIsHidden() {
        Problem problem = problem(new AccessRefused("d-1", DENIED, Optional.empty(), true));

        assertThat(problem.kind()).isEqualTo(ProblemKind.NOT_FOUND);
        assertThat(problem.decisionId()).isEmpty();
        assertThat(problem.detail()).doesNotContain("admin");
    }

    @Test
    void asksToComeAgainAfterAnOutage() {
        List<RuntimeException> outages = List.of(
                new DecisionNotRecorded("full"),
                new FactsNotReady("behind"),
                new CannotCreateTransactionException("no connection"),
                new IllegalStateException(new SQLTransientConnectionException("timeout")));

        assertThat(outages).allSatisfy(outage -> {
            assertThat(problem(outage).kind().status()).isEqualTo(503);
            assertThat(problem(outage).headers()).containsKey("Retry-After");
        });
    }

    @Test
    void findsTheRuleBehindTheWrappingOfTheBus() {
        RuntimeException wrapped = new IllegalStateException(
                new RuntimeException(new PostRuleViolated(PostRuleViolated.Rule.UNKNOWN_POST, "", "no")));

        assertThat(status(wrapped)).isEqualTo(404);
    }

    @Test
    void blamesAParserOnTheCallerOnlyWhileABodyIsRead() {
        StreamReadException broken = new StreamReadException("broken");

        assertThat(Faults.problem(broken, request)).isEmpty();
        assertThat(status(new HttpMessageNotReadableException(
                        "unreadable", broken, new MockHttpInputMessage(new byte[0]))))
                .isEqualTo(400);
    }

    @Test
    void leavesTheUnexpectedUnnamed() {
        assertThat(Faults.problem(new IllegalStateException("broken invariant"), request))
                .isEmpty();
    }

    private int status(RuntimeException fault) {
        return problem(fault).kind().status();
    }

    private Problem problem(RuntimeException fault) {
        return Faults.problem(fault, request).orElseThrow();
    }
}
