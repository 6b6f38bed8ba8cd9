package org.mandate.authorization.role;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import org.mandate.authorization.event.RoleDefined;
import org.mandate.authorization.event.RoleDescribed;
import org.mandate.authorization.event.RoleEvent;
import org.mandate.authorization.event.RoleInheritanceAdded;
import org.mandate.authorization.event.RoleInheritanceRemoved;
import org.mandate.authorization.event.RolePermissionGranted;
import org.mandate.authorization.event.RolePermissionRevoked;

/** What must happen to a role to make it exactly another definition: the difference as events, what it loses first. */
public final class RoleChanges {

    private RoleChanges() {}

    /** The events from the one to the other, in a stable order; none where they are equal. */
    public static List<RoleEvent> between(RoleDefined present, RoleDefined wanted) {
        String role = present.role();
        List<RoleEvent> events = new ArrayList<>();
        if (!present.description().equals(wanted.description())) {
            events.add(new RoleDescribed(role, wanted.description()));
        }
        each(present.permissions(), wanted.permissions(), name -> new RolePermissionRevoked(role, name), events);
        each(present.inherits(), wanted.inherits(), name -> new RoleInheritanceRemoved(role, name), events);
        each(wanted.permissions(), present.permissions(), name -> new RolePermissionGranted(role, name), events);
        each(wanted.inherits(), present.inherits(), name -> new RoleInheritanceAdded(role, name), events);
        return events;
    }

    private static void each(
            List<String> of, List<String> without, Function<String, RoleEvent> event, List<RoleEvent> into) {
        var names = new TreeSet<>(of);
        without.forEach(names::remove);
        names.stream().map(event).forEach(into::add);
    }
}
