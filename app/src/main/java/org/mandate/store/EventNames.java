package org.mandate.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.axonframework.serialization.SerializationException;
import org.jspecify.annotations.Nullable;

/** The closed map between the names in the store and the event classes. What is not in it is neither written nor read. */
final class EventNames {

    private final Map<String, Class<?>> classes = new HashMap<>();
    private final Map<Class<?>, String> names = new HashMap<>();

    EventNames(List<EventFamily> families) {
        families.forEach(family -> members(family.root()).forEach(this::add));
    }

    private void add(Class<?> event) {
        String name = event.getSimpleName();
        Class<?> earlier = classes.putIfAbsent(name, event);
        if (earlier != null && !earlier.equals(event)) {
            throw new IllegalStateException("two events are called `" + name + "`: rename one before it is stored");
        }
        names.put(event, name);
    }

    private static List<Class<?>> members(Class<?> type) {
        Class<?> @Nullable [] permitted = type.getPermittedSubclasses();
        if (permitted == null) {
            return List.of(type);
        }
        List<Class<?>> members = new ArrayList<>();
        for (Class<?> each : permitted) {
            members.addAll(members(each));
        }
        return members;
    }

    Class<?> classOf(String name) {
        Class<?> event = classes.get(name);
        if (event == null) {
            throw new SerializationException(
                    "the history holds an event `" + name + "` that this version does not know: start a newer version");
        }
        return event;
    }

    String nameOf(Class<?> event) {
        String name = names.get(event);
        if (name == null) {
            throw new SerializationException(
                    "`" + event.getSimpleName() + "` belongs to no registered family of events");
        }
        return name;
    }

    Set<String> all() {
        return new TreeSet<>(classes.keySet());
    }
}
