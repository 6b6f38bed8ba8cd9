package org.mandate.authorization.facts;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** What each event does to the facts. An event that nobody here knows stops the reader: a fact that is skipped is a lie. */
final class Appliers {

    private final Map<Class<?>, BiConsumer<Object, History.Entry>> byType = new HashMap<>();

    Appliers(FactBase base) {
        new SubjectApplier(base).register(this);
        new RoleApplier(base).register(this);
        new ResourceApplier(base).register(this);
        new PolicyApplier(base).register(this);
        new ConstraintApplier(base).register(this);
    }

    @SuppressWarnings("unchecked")
    <E> void on(Class<E> type, BiConsumer<E, History.Entry> applier) {
        if (byType.put(type, (BiConsumer<Object, History.Entry>) applier) != null) {
            throw new IllegalStateException(type.getSimpleName() + " is applied twice");
        }
    }

    void apply(History.Entry entry) {
        BiConsumer<Object, History.Entry> applier = byType.get(entry.event().getClass());
        if (applier == null) {
            throw new IllegalStateException("no fact is kept of the event `"
                    + entry.event().getClass().getSimpleName() + "` at position " + entry.position());
        }
        applier.accept(entry.event(), entry);
    }

    Set<Class<?>> known() {
        return byType.keySet();
    }
}
