package org.mandate.authorization.catalogue;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.Terms;

/** A whole access model, or a part of one: what is to stand in the system. What it does not name stays as it is. */
public record Catalogue(List<PermissionEntry> permissions, List<RoleEntry> roles, List<SubjectEntry> subjects) {

    public Catalogue {
        permissions = List.copyOf(permissions);
        roles = List.copyOf(roles);
        subjects = List.copyOf(subjects);
    }

    /** A permission; without a description, a known one keeps its own. */
    public record PermissionEntry(String name, Optional<String> description) {}

    /** A role, exactly; without a description, a known one keeps its own. */
    public record RoleEntry(
            String name, Optional<String> description, List<String> permissions, List<String> inherits) {

        public RoleEntry {
            permissions = List.copyOf(permissions);
            inherits = List.copyOf(inherits);
        }
    }

    /**
     * A subject and the roles that it must hold at least.
     * @param id absent for a user that is known, or becomes known, by its username
     * @param username present for users alone, as are e-mail and attributes
     * @param attributes all of them; where absent, a known user keeps its own
     */
    public record SubjectEntry(
            String type,
            Optional<String> id,
            Optional<String> username,
            Optional<String> email,
            Optional<Map<String, Object>> attributes,
            List<Grant> roles) {

        public SubjectEntry {
            attributes = attributes.map(each -> Collections.unmodifiableMap(new LinkedHashMap<>(each)));
            roles = List.copyOf(roles);
        }

        /** Whether the subject is one of this system's users. */
        public boolean isUser() {
            return type.equals(SubjectId.USER);
        }
    }

    /** A role to be held on these terms. */
    public record Grant(String role, Terms terms) {}
}
