package org.mandate.enrolment;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Register somebody else and give them their roles, both or neither. Answers the {@link org.mandate.identity.UserId}.
 * @param password without one, nobody can sign in as this user until one is set
 * @param roles {@code user} alone where absent
 */
public record EnrolUser(
        String username,
        String email,
        Optional<String> password,
        Optional<String> fullName,
        Map<String, Object> attributes,
        Optional<List<String>> roles) {

    public EnrolUser {
        roles = roles.map(List::copyOf);
    }

    @Override
    public String toString() {
        return "EnrolUser[roles=" + roles + "]";
    }
}
