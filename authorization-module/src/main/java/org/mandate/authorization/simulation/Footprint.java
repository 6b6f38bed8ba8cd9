package org.mandate.authorization.simulation;

import java.util.HashSet;
import java.util.Set;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.event.AssignmentEvent;
import org.mandate.authorization.event.EntityEvent;
import org.mandate.authorization.event.PermissionEvent;
import org.mandate.authorization.event.PolicyEvent;
import org.mandate.authorization.event.RoleEvent;
import org.mandate.identity.event.UserEvent;

/**
 * What a supposition touches. Where the history touches nothing of it, the supposition comes to the same before and after. All
 * roles hang together; of subjects, entities and policies each stands alone.
 */
final class Footprint {

    private final Set<SubjectId> entities = new HashSet<>();
    private final Set<String> policies = new HashSet<>();
    private final Set<String> ended = new HashSet<>();
    private boolean roles;
    private boolean permissions;

    void roles() {
        roles = true;
    }

    void policy(String id) {
        policies.add(id);
    }

    void permissions() {
        permissions = true;
    }

    void entity(String type, String id) {
        entities.add(new SubjectId(type, id));
    }

    /** Every assignment of the role ends, so whoever is given it is touched from then on. */
    void assignmentsOf(String role) {
        ended.add(role);
    }

    /** The event itself leaves it. */
    void event(Object event) {
        roles |= event instanceof RoleEvent;
        permissions |= event instanceof PermissionEvent;
        if (event instanceof PolicyEvent policy) {
            policies.add(policy.policyId());
        }
        SubjectId touched = touched(event);
        if (touched != null) {
            entities.add(touched);
        }
    }

    boolean concernedBy(Object event) {
        if (event instanceof RoleEvent) {
            return roles;
        }
        if (event instanceof PolicyEvent policy) {
            return policies.contains(policy.policyId());
        }
        if (event instanceof PermissionEvent) {
            return permissions;
        }
        SubjectId touched = touched(event);
        if (touched != null && event instanceof AssignmentEvent given && ended.contains(given.role())) {
            entities.add(touched);
        }
        return touched != null && entities.contains(touched);
    }

    private static @org.jspecify.annotations.Nullable SubjectId touched(Object event) {
        if (event instanceof AssignmentEvent assignment) {
            return new SubjectId(assignment.subjectType(), assignment.subjectId());
        }
        if (event instanceof UserEvent user) {
            return SubjectId.user(user.userId());
        }
        return event instanceof EntityEvent entity ? new SubjectId(entity.entityType(), entity.entityId()) : null;
    }
}
