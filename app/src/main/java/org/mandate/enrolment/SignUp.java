package org.mandate.enrolment;

import java.util.Optional;

/** Register oneself; the new user holds the role {@code user}. Answers the {@link org.mandate.identity.UserId}. */
public record SignUp(String username, String email, String password, Optional<String> fullName) {

    @Override
    public String toString() {
        return "SignUp[]";
    }
}
