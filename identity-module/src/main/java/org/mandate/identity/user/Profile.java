package org.mandate.identity.user;

import java.util.Optional;

/**
 * The personal data of a user. Never leaves the module other than sealed or as a view.
 * @param email empty where an import brought none
 */
record Profile(String username, String email, Optional<String> fullName) {

    static final int MAX_EMAIL = 254;

    Profile withEmail(String changed) {
        return new Profile(username, changed, fullName);
    }

    Profile withFullName(Optional<String> changed) {
        return new Profile(username, email, changed);
    }

    @Override
    public String toString() {
        return "Profile[]";
    }
}
