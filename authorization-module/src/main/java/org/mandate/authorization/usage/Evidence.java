package org.mandate.authorization.usage;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mandate.authorization.decision.Reason;

/**
 * What an allowed decision rested on, as its reasons say.
 * @param assignments the assignments that they name
 * @param permissions what these gave
 * @param beside what spoke for it and is no assignment
 * @param policies whether a policy did, through whatever role that may be
 */
record Evidence(Set<String> assignments, Set<String> permissions, Set<Grant> beside, boolean policies) {

    private static final Pattern GIVEN =
            Pattern.compile("assignment `([^`]+)` of role `[^`]+`(?:.* gives `([^`]+)`)?.*", Pattern.DOTALL);

    static Evidence of(List<Reason> reasons) {
        Set<String> assignments = new LinkedHashSet<>();
        Set<String> permissions = new LinkedHashSet<>();
        Set<Grant> beside = new LinkedHashSet<>();
        boolean policies = false;
        for (Reason reason : reasons) {
            switch (reason.kind()) {
                case ROLE -> {
                    Matcher given = GIVEN.matcher(reason.detail());
                    if (given.matches()) {
                        assignments.add(given.group(1));
                        if (given.group(2) != null) {
                            permissions.add(given.group(2));
                        }
                    }
                }
                case POLICY -> {
                    policies = true;
                    beside.add(new Grant.Allowing(reason.name()));
                }
                case OWNER -> beside.add(new Grant.Owned());
                default -> {
                    // Says of itself that something was met, and can be had from nobody.
                }
            }
        }
        return new Evidence(assignments, permissions, beside, policies);
    }
}
