package org.mandate.authorization.catalogue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.event.AssignmentEvent;
import org.mandate.authorization.event.ConstraintEvent;
import org.mandate.authorization.event.EntityEvent;
import org.mandate.authorization.event.PermissionEvent;
import org.mandate.authorization.event.PolicyEvent;
import org.mandate.authorization.event.RoleEvent;

/** Makes the events of a plan the messages that the commands on single streams would have made. */
public final class CatalogueMessages {

    private final Map<String, Long> ends;

    private CatalogueMessages(Map<String, Long> ends) {
        this.ends = ends;
    }

    /** A place in a stream: which, of what kind. */
    private record Stream(String type, String id) {}

    /**
     * The messages, numbered behind what their streams hold.
     * @param ends the last sequence number of those of the streams that exist
     */
    public static List<DomainEventMessage<?>> of(
            Collection<?> events, Function<Collection<String>, Map<String, Long>> ends) {
        Set<String> streams = events.stream().map(event -> stream(event).id()).collect(Collectors.toSet());
        var numbered = new CatalogueMessages(new HashMap<>(ends.apply(streams)));
        List<DomainEventMessage<?>> messages = new ArrayList<>(events.size());
        events.forEach(event -> messages.add(numbered.next(event)));
        return messages;
    }

    private DomainEventMessage<?> next(Object event) {
        Stream stream = stream(event);
        Long sequence = ends.merge(stream.id(), 0L, (last, first) -> last + 1);
        return new GenericDomainEventMessage<>(stream.type(), stream.id(), sequence, event);
    }

    private static Stream stream(Object event) {
        if (event instanceof PermissionEvent permission) {
            return new Stream("Permission", "permission:" + permission.name());
        }
        if (event instanceof RoleEvent role) {
            return new Stream("Role", "role:" + role.role());
        }
        if (event instanceof AssignmentEvent assignment) {
            return new Stream("Assignments", new SubjectId(assignment.subjectType(), assignment.subjectId()).stream());
        }
        if (event instanceof PolicyEvent policy) {
            return new Stream("Policy", "policy:" + policy.policyId());
        }
        if (event instanceof ConstraintEvent constraint) {
            return new Stream("Constraint", "constraint:" + constraint.constraintId());
        }
        if (event instanceof EntityEvent entity) {
            return new Stream("Entity", "entity:" + entity.entityType() + ":" + entity.entityId());
        }
        throw new IllegalStateException("not an event of a catalogue: " + event.getClass());
    }
}
