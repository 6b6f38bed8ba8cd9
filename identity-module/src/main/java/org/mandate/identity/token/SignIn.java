package org.mandate.identity.token;

import java.util.Set;

/**
 * Exchange a username and password for tokens; answers {@link SignInOutcome}.
 * @param scopes what is asked for; empty asks for all
 * @param source the address that the attempt came from, for throttling only
 */
public record SignIn(String username, String password, Set<String> scopes, String source) {

    @Override
    public String toString() {
        return "SignIn[]";
    }
}
