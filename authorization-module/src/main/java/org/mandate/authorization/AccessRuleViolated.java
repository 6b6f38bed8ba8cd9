package org.mandate.authorization;

/** A change was refused by a rule of the access model. Nothing of its commit was written. */
public class AccessRuleViolated extends RuntimeException {

    /** Which rule. Closed: the edge maps each to one status. */
    public enum Rule {
        UNKNOWN_SUBJECT,
        UNKNOWN_ROLE,
        UNKNOWN_PERMISSION,
        UNKNOWN_ASSIGNMENT,
        UNKNOWN_POLICY,
        UNKNOWN_CONSTRAINT,
        UNKNOWN_ENTITY,
        RETIRED_DECISION,
        NOTHING_DECIDED,
        ROLE_EXISTS,
        ROLE_IN_USE,
        PERMISSION_EXISTS,
        POLICY_EXISTS,
        CONSTRAINT_EXISTS,
        INHERITANCE_CYCLE,
        LAST_ADMINISTRATOR,
        PROTECTED_ROLE,
        SEPARATION_OF_DUTY,
        STALE,
        INVALID
    }

    private static final long serialVersionUID = 1L;

    private final Rule rule;
    private final String field;

    public AccessRuleViolated(Rule rule, String field, String message) {
        super(message);
        this.rule = rule;
        this.field = field;
    }

    public Rule rule() {
        return rule;
    }

    /** The member of the command that the rule is about, or an empty string. */
    public String field() {
        return field;
    }
}
