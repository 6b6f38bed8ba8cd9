package org.mandate.identity.user;

/** A command was refused by a rule of this module. */
public class UserRuleViolated extends RuntimeException {

    /** Which rule. Closed: the edge maps each to one status. */
    public enum Rule {
        UNKNOWN_USER,
        USERNAME_TAKEN,
        EMAIL_TAKEN,
        USER_EXISTS,
        WRONG_PASSWORD,
        TOO_MANY_ATTEMPTS,
        INVALID
    }

    private static final long serialVersionUID = 1L;

    private final Rule rule;
    private final String field;

    public UserRuleViolated(Rule rule, String field, String message) {
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
