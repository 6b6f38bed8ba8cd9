package org.mandate.authorization.catalogue;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.Terms;

/** A whole access model, or a part of one: what is to stand in the system. What it does not name stays as it is. */
public record Catalogue(
        List<PermissionEntry> permissions,
        List<RoleEntry> roles,
        List<SubjectEntry> subjects,
        List<EntityEntry> entities,
        List<PolicyEntry> policies,
        List<ConstraintEntry> constraints) {

    /** A catalogue without a single entry. */
    public static final Catalogue EMPTY = new Catalogue(List.of(), List.of(), List.of());

    public Catalogue {
        permissions = List.copyOf(permissions);
        roles = List.copyOf(roles);
        subjects = List.copyOf(subjects);
        entities = List.copyOf(entities);
        policies = List.copyOf(policies);
        constraints = List.copyOf(constraints);
    }

    /** One of permissions, roles and subjects alone. */
    public Catalogue(List<PermissionEntry> permissions, List<RoleEntry> roles, List<SubjectEntry> subjects) {
        this(permissions, roles, subjects, List.of(), List.of(), List.of());
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
     * @param username present for users alone, as is the e-mail
     * @param attributes all of them; where absent, a known subject keeps its own
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

    /** An entity, with all of its attributes. */
    public record EntityEntry(String type, String id, Map<String, Object> attributes) {}

    /** A policy, exactly; without a description, a known one keeps its own. */
    public record PolicyEntry(
            String id,
            Optional<String> description,
            String effect,
            String resourceType,
            List<String> actions,
            List<String> roles,
            Optional<String> condition) {

        public PolicyEntry {
            actions = List.copyOf(actions);
            roles = List.copyOf(roles);
        }
    }

    /**
     * A constraint, exactly.
     * @param id absent where it matters only that one of these roles and this number stands
     */
    public record ConstraintEntry(Optional<String> id, List<String> roles, int max) {

        public ConstraintEntry {
            roles = List.copyOf(roles);
        }
    }

    /**
     * A role to be held on these terms.
     * @param byName whether the role's name alone was given. For what is to be held that means without limits; for what is to be
     *     taken away, on whatever terms
     */
    public record Grant(String role, Terms terms, boolean byName) {

        /** On exactly these terms. */
        public Grant(String role, Terms terms) {
            this(role, terms, false);
        }

        /** By the role's name alone. */
        public static Grant named(String role) {
            return new Grant(role, Terms.UNLIMITED, true);
        }
    }
}
