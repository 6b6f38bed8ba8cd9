package org.mandate.console.changes;

import java.util.List;
import java.util.stream.Stream;
import org.mandate.authorization.event.AssignmentEvent;
import org.mandate.authorization.event.ConstraintEvent;
import org.mandate.authorization.event.EntityEvent;
import org.mandate.authorization.event.PermissionEvent;
import org.mandate.authorization.event.PolicyEvent;
import org.mandate.authorization.event.RoleEvent;
import org.mandate.content.event.PostEvent;
import org.mandate.identity.event.UserEvent;

/** The kinds of events that the list can be narrowed to. */
final class EventTypes {

    static final List<String> ALL = Stream.of(
                    AssignmentEvent.class,
                    RoleEvent.class,
                    PermissionEvent.class,
                    PolicyEvent.class,
                    ConstraintEvent.class,
                    UserEvent.class,
                    EntityEvent.class,
                    PostEvent.class)
            .flatMap(family -> Stream.of(family.getPermittedSubclasses()))
            .map(Class::getSimpleName)
            .toList();

    private EventTypes() {}
}
