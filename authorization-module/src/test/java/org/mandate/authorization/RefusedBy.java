package org.mandate.authorization;

import org.hamcrest.CustomTypeSafeMatcher;
import org.hamcrest.Matcher;
import org.mandate.authorization.AccessRuleViolated.Rule;

/** Expects the refusal of a command by one rule. */
public final class RefusedBy extends CustomTypeSafeMatcher<AccessRuleViolated> {

    private final Rule rule;

    private RefusedBy(Rule rule) {
        super("a refusal by " + rule);
        this.rule = rule;
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    public static Matcher<Throwable> refusedBy(Rule rule) {
        return (Matcher) new RefusedBy(rule);
    }

    @Override
    protected boolean matchesSafely(AccessRuleViolated refusal) {
        return refusal.rule() == rule;
    }
}
