package org.mandate.store;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.serialization.AnnotationRevisionResolver;
import org.axonframework.serialization.RevisionResolver;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.ObjectReader;

/** Reads stored events, and none of a shape that this version does not know. */
final class EventShapes {

    private final EventNames names;
    private final ObjectMapper json;
    private final RevisionResolver revisions = new AnnotationRevisionResolver();
    private final Map<String, Shape> shapes = new ConcurrentHashMap<>();

    /** How to read the events of one name. */
    private record Shape(ObjectReader reader, @Nullable String revision) {}

    EventShapes(EventNames names, ObjectMapper json) {
        this.names = names;
        this.json = json;
    }

    Object read(long position, String name, @Nullable String revision, byte[] payload) {
        Shape shape = shapes.computeIfAbsent(name, this::shapeOf);
        if (!Objects.equals(shape.revision(), revision)) {
            throw new IllegalStateException("the event at position " + position + " has a revision that is not known");
        }
        try {
            return shape.reader().readValue(payload);
        } catch (JacksonException e) {
            throw new IllegalStateException("the event at position " + position + " cannot be read", e);
        }
    }

    private Shape shapeOf(String name) {
        Class<?> type = names.classOf(name);
        return new Shape(json.readerFor(type), revisions.revisionOf(type));
    }
}
