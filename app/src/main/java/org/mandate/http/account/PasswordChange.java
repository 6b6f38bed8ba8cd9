package org.mandate.http.account;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The body of {@code PUT /users/me/password}. */
record PasswordChange(String current, @JsonProperty("new") String replacement) {
    /** Without the passwords. */
    @Override
    public String toString() {
        return "PasswordChange[]";
    }
}
