package org.mandate.authorization.reach;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.decision.Resource;
import org.mandate.authorization.event.AssignmentEvent;
import org.mandate.authorization.event.EntityEvent;
import org.mandate.authorization.event.PermissionEvent;
import org.mandate.authorization.event.PolicyEvent;
import org.mandate.authorization.event.RoleEvent;
import org.mandate.identity.event.UserEvent;

/** What the events of one change are about. One thread uses it. */
public final class Touched {

    private final Set<SubjectId> subjects = new HashSet<>();
    private final Set<String> roles = new HashSet<>();
    private final Set<String> policies = new HashSet<>();
    private final Set<Resource> entities = new HashSet<>();
    private boolean catalogue;

    /** What these events are about. */
    public static Touched by(List<Object> events) {
        Touched touched = new Touched();
        events.forEach(touched::add);
        return touched;
    }

    /** What this event is about, as well. */
    public void add(Object event) {
        if (event instanceof AssignmentEvent given) {
            subjects.add(new SubjectId(given.subjectType(), given.subjectId()));
        } else if (event instanceof UserEvent user) {
            subjects.add(SubjectId.user(user.userId()));
        } else if (event instanceof RoleEvent role) {
            roles.add(role.role());
        } else if (event instanceof PolicyEvent policy) {
            policies.add(policy.policyId());
        } else if (event instanceof EntityEvent entity) {
            subjects.add(new SubjectId(entity.entityType(), entity.entityId()));
            entities.add(Resource.of(entity.entityType(), entity.entityId()));
        } else {
            catalogue |= event instanceof PermissionEvent;
        }
    }

    Set<SubjectId> subjects() {
        return subjects;
    }

    Set<String> roles() {
        return roles;
    }

    Set<String> policies() {
        return policies;
    }

    Set<Resource> entities() {
        return entities;
    }

    boolean catalogue() {
        return catalogue;
    }
}
