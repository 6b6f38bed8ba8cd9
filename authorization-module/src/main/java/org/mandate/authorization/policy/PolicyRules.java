package org.mandate.authorization.policy;

import java.util.Collection;
import java.util.Set;
import org.mandate.authorization.Vocabulary;
import org.mandate.authorization.condition.Condition;
import org.mandate.authorization.condition.ConditionFault;

/** What the parts of a policy look like. Each check refuses with the field's name. */
public final class PolicyRules {

    private static final String EVERY = "*";

    private static final Set<String> EFFECTS = Set.of("allow", "deny");
    private static final String POLICIES = "policies";
    private static final int LONGEST_CONDITION = 2_000;

    private PolicyRules() {}

    static void requireValid(PutPolicy policy) {
        Vocabulary.requireName("id", policy.id());
        Vocabulary.requireText("description", policy.description());
        requireEffect("effect", policy.effect());
        requireResourceType("resourceType", policy.resourceType());
        requireActions("actions", policy.actions());
        Vocabulary.requireRoles("roles", policy.roles());
        policy.condition().ifPresent(condition -> requireCondition("condition", condition));
    }

    /** One of the two effects. */
    public static void requireEffect(String field, String effect) {
        if (!EFFECTS.contains(effect)) {
            throw Vocabulary.invalid(field, "must be `allow` or `deny`");
        }
    }

    /** A type of resources or all types; policies themselves are beyond policies, or one could lock everybody out. */
    public static void requireResourceType(String field, String type) {
        if (type.equals(POLICIES)) {
            throw Vocabulary.invalid(field, "no policy rules over `policies`; name another type");
        }
        if (!type.equals(EVERY)) {
            Vocabulary.requireType(field, type);
        }
    }

    /** Names of actions, or all actions. */
    public static void requireActions(String field, Collection<String> actions) {
        if (actions.isEmpty()) {
            throw Vocabulary.invalid(field, "name at least one action, or `*` for all");
        }
        if (actions.contains(EVERY)) {
            if (actions.size() > 1) {
                throw Vocabulary.invalid(field, "`*` means all actions and stands alone");
            }
            return;
        }
        actions.forEach(action -> Vocabulary.requireName(field, action));
    }

    /** A condition that compiles. The refusal says where it does not. */
    public static void requireCondition(String field, String condition) {
        if (condition.length() > LONGEST_CONDITION) {
            throw Vocabulary.invalid(field, "must have at most " + LONGEST_CONDITION + " characters");
        }
        try {
            Condition.toKeep(condition);
        } catch (ConditionFault fault) {
            throw Vocabulary.invalid(
                    field, "line " + fault.line() + ", column " + fault.column() + ": " + fault.getMessage());
        }
    }
}
