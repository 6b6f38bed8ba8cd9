package org.mandate.http.admin;

import org.mandate.identity.UserId;
import org.mandate.identity.user.UserRuleViolated;
import org.mandate.identity.user.UserRuleViolated.Rule;

/** The user that a path names. What cannot be an id is the id of nobody. */
public final class KnownUser {

    private KnownUser() {}

    public static UserId of(String id) {
        try {
            return new UserId(id);
        } catch (IllegalArgumentException malformed) {
            throw unknown(id);
        }
    }

    public static UserRuleViolated unknown(String id) {
        return new UserRuleViolated(Rule.UNKNOWN_USER, "", "there is no user `" + id + "`");
    }
}
