package org.mandate.http.account;

import java.util.Optional;

/** The body of {@code POST /auth/register}. */
record Registration(String username, String email, String password, Optional<String> fullName) {
    /** Without the password. */
    @Override
    public String toString() {
        return "Registration[]";
    }
}
