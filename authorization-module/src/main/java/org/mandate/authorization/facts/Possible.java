package org.mandate.authorization.facts;

import org.mandate.authorization.SubjectId;
import org.mandate.authorization.event.RoleAssigned;
import org.mandate.authorization.event.RoleDefined;
import org.mandate.authorization.event.RoleEvent;
import org.mandate.authorization.event.RoleInheritanceAdded;
import org.mandate.authorization.event.RoleRevoked;
import org.mandate.content.event.PostPublished;
import org.mandate.content.event.PostUnpublished;
import org.mandate.identity.event.UserEvent;
import org.mandate.identity.event.UserRegistered;

/** Whether what an event happens to stands: on a branch, what the history tells next may have lost its ground. */
final class Possible {

    private Possible() {}

    static boolean on(Facts facts, Object event) {
        if (event instanceof RoleDefined role) {
            return role.inherits().stream().noneMatch(inherited -> leads(inherited, role.role(), facts));
        }
        if (event instanceof RoleEvent role) {
            return facts.role(role.role()).isPresent()
                    && !(role instanceof RoleInheritanceAdded edge && leads(edge.inherited(), edge.role(), facts));
        }
        if (event instanceof RoleAssigned given) {
            return facts.standing(new SubjectId(given.subjectType(), given.subjectId())) != Standing.UNKNOWN;
        }
        if (event instanceof RoleRevoked ended) {
            return facts.assignments(new SubjectId(ended.subjectType(), ended.subjectId())).stream()
                    .anyMatch(one -> one.id().equals(ended.assignmentId()));
        }
        if (event instanceof UserEvent user) {
            return user instanceof UserRegistered || facts.standing(SubjectId.user(user.userId())) != Standing.UNKNOWN;
        }
        if (event instanceof PostPublished post) {
            return facts.known("posts", post.postId()) != null;
        }
        return !(event instanceof PostUnpublished post) || facts.known("posts", post.postId()) != null;
    }

    /** Whether the one role inherits from the other, so that an edge back would close a circle. */
    private static boolean leads(String from, String to, Facts facts) {
        return from.equals(to)
                || facts.role(from).map(role -> role.roles().contains(to)).orElse(false);
    }
}
