package org.mandate.authorization.constraint;

import java.util.HashSet;
import java.util.List;
import org.mandate.authorization.Vocabulary;

/** What the parts of a constraint look like. Each check refuses with the field's name. */
public final class ConstraintRules {

    private ConstraintRules() {}

    static void requireValid(DefineConstraint constraint) {
        Vocabulary.requireName("id", constraint.id());
        Vocabulary.requireRoles("roles", constraint.roles());
        requireSeveral("roles", constraint.roles());
        requireMax("max", constraint.max(), constraint.roles());
    }

    /** At least two roles, none of them twice. */
    public static void requireSeveral(String field, List<String> roles) {
        int distinct = new HashSet<>(roles).size();
        if (distinct < 2 || distinct < roles.size()) {
            throw Vocabulary.invalid(field, "name at least two roles, each of them once");
        }
    }

    /** At least one and fewer than all of the roles: anything else would bind nobody, or everybody. */
    public static void requireMax(String field, int max, List<String> roles) {
        if (max < 1 || max >= roles.size()) {
            throw Vocabulary.invalid(field, "must be at least 1 and less than the number of roles");
        }
    }
}
