package org.mandate.authorization.assignment;

import java.util.List;

/**
 * What a subject holds: the assignments that stand, and the permissions that those valid now give.
 * @param active false for a subject that is denied everything, whatever it holds
 */
public record AccessView(List<AssignmentView> roles, List<EffectivePermission> permissions, boolean active) {

    /** A permission and the assigned roles that give it. */
    public record EffectivePermission(String name, List<String> roles) {}
}
