package org.mandate.http.problem;

import java.util.Map;
import java.util.Objects;
import org.mandate.authorization.AccessRuleViolated;
import org.mandate.content.post.PostRuleViolated;
import org.mandate.identity.user.UserRuleViolated;

/** The rules of the modules: which status each of them has. */
final class RuleFaults {
    /** Members of a body that name roles and permissions, and the variable of a path that names one in their place. */
    private static final Map<String, String> NAMING_MEMBERS =
            Map.of("permissions", "permission", "inherits", "inherited", "roles", "role");

    private RuleFaults() {}

    static Problem problem(UserRuleViolated fault) {
        String sentence = sentence(fault);
        return switch (fault.rule()) {
            case UNKNOWN_USER -> Problem.of(ProblemKind.NOT_FOUND, sentence);
            case USERNAME_TAKEN, EMAIL_TAKEN, USER_EXISTS -> conflict(fault.field(), sentence);
            case WRONG_PASSWORD -> Problem.invalid("current", sentence);
            case TOO_MANY_ATTEMPTS ->
                Problem.of(ProblemKind.TOO_MANY_REQUESTS, sentence).retryAfter(60);
            case INVALID -> Problem.invalid(fault.field(), sentence);
        };
    }

    static Problem problem(PostRuleViolated fault) {
        String sentence = sentence(fault);
        return switch (fault.rule()) {
            case UNKNOWN_POST -> Problem.of(ProblemKind.NOT_FOUND, RefusalFaults.NOTHING_HERE);
            case STALE_VERSION -> Problem.of(ProblemKind.STALE, sentence);
            case INVALID -> Problem.invalid(fault.field(), sentence);
        };
    }

    /**
     * The status of a broken rule of the access model.
     *
     * @param variables the variables of the path, by name
     */
    static Problem problem(AccessRuleViolated fault, Map<String, ?> variables) {
        String sentence = sentence(fault);
        return switch (fault.rule()) {
            case UNKNOWN_ROLE, UNKNOWN_PERMISSION -> unknown(fault, variables);
            case UNKNOWN_SUBJECT,
                    UNKNOWN_ASSIGNMENT,
                    UNKNOWN_POLICY,
                    UNKNOWN_CONSTRAINT,
                    UNKNOWN_ENTITY,
                    RETIRED_DECISION -> Problem.of(ProblemKind.NOT_FOUND, sentence);
            case NOTHING_DECIDED,
                    ROLE_EXISTS,
                    ROLE_IN_USE,
                    PERMISSION_EXISTS,
                    CONSTRAINT_EXISTS,
                    INHERITANCE_CYCLE,
                    LAST_ADMINISTRATOR,
                    PROTECTED_ROLE,
                    SEPARATION_OF_DUTY -> conflict(fault.field(), sentence);
            // Nobody is told that a policy exists but who asked that it should not.
            case POLICY_EXISTS -> Problem.of(ProblemKind.STALE, sentence).with(new FieldFault(fault.field(), sentence));
            case STALE -> Problem.of(ProblemKind.STALE, sentence);
            case INVALID -> Problem.invalid(fault.field(), sentence);
        };
    }

    /** What the path names and is not there is unknown; what a body names and is not there makes the body invalid. */
    private static Problem unknown(AccessRuleViolated fault, Map<String, ?> variables) {
        if (fault.field().equals("role") && variables.isEmpty()) {
            return Problem.invalid("roles", sentence(fault));
        }
        String variable = NAMING_MEMBERS.get(fault.field());
        return variable == null || variables.containsKey(variable)
                ? Problem.of(ProblemKind.NOT_FOUND, sentence(fault))
                : Problem.invalid(fault.field(), sentence(fault));
    }

    private static Problem conflict(String field, String sentence) {
        Problem conflict = Problem.of(ProblemKind.CONFLICT, sentence);
        return field.isEmpty() ? conflict : conflict.with(new FieldFault(field, sentence));
    }

    private static String sentence(RuntimeException fault) {
        return Objects.requireNonNullElse(fault.getMessage(), "a rule is violated");
    }
}
