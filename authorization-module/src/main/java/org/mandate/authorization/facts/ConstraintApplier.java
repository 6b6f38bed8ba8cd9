package org.mandate.authorization.facts;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mandate.authorization.event.ConstraintChanged;
import org.mandate.authorization.event.ConstraintDefined;
import org.mandate.authorization.event.ConstraintRetired;

/** Constraints of separation of duty. */
final class ConstraintApplier {

    private final FactBase base;

    ConstraintApplier(FactBase base) {
        this.base = base;
    }

    void register(Appliers appliers) {
        appliers.on(
                ConstraintDefined.class,
                (event, at) -> put(at, event.constraintId(), Set.copyOf(event.roles()), event.max()));
        appliers.on(
                ConstraintChanged.class,
                (event, at) -> put(at, event.constraintId(), Set.copyOf(event.roles()), event.max()));
        appliers.on(ConstraintRetired.class, (event, at) -> put(at, event.constraintId(), null));
    }

    private void put(History.Entry entry, String id, Set<String> roles, int max) {
        put(entry, id, new ConstraintFacts(id, roles, max));
    }

    private void put(History.Entry entry, String id, @Nullable ConstraintFacts constraint) {
        Timeline<Map<String, ConstraintFacts>> was = base.constraints.last(FactBase.ALL);
        Map<String, ConstraintFacts> latest = was == null ? null : was.latest();
        Map<String, ConstraintFacts> next = new TreeMap<>(latest == null ? Map.of() : latest);
        if (constraint == null) {
            next.remove(id);
        } else {
            next.put(id, constraint);
        }
        base.constraints.put(
                FactBase.ALL,
                (was == null ? Timeline.<Map<String, ConstraintFacts>>empty() : was)
                        .then(entry.position(), Collections.unmodifiableMap(next)));
    }
}
