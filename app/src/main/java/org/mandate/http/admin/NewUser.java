package org.mandate.http.admin;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mandate.enrolment.EnrolUser;

/** The body of {@code POST /admin/users}. */
record NewUser(
        String username,
        String email,
        Optional<String> password,
        Optional<String> fullName,
        Optional<Map<String, Object>> attributes,
        Optional<List<String>> roles) {

    EnrolUser command() {
        return new EnrolUser(username, email, password, fullName, attributes.orElse(Map.of()), roles);
    }

    @Override
    public String toString() {
        return "NewUser[]";
    }
}
