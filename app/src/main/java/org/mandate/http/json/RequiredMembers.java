package org.mandate.http.json;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mandate.http.problem.FieldFault;
import org.mandate.http.problem.Problem;

/**
 * Holds request records to their own types: a component that is neither {@code Optional} nor {@code @Nullable} must have
 * been sent, and null does not count.
 */
final class RequiredMembers {
    private RequiredMembers() {}

    static void check(@Nullable Object body) {
        List<FieldFault> faults = new ArrayList<>();
        collect(body, "", faults);
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults).found();
        }
    }

    private static void collect(@Nullable Object value, String path, List<FieldFault> faults) {
        if (value instanceof Record fields && fields.getClass().getName().startsWith("org.mandate.")) {
            for (RecordComponent component : fields.getClass().getRecordComponents()) {
                component(fields, component, path.isEmpty() ? name(component) : path + "." + name(component), faults);
            }
        } else if (value instanceof Optional<?> optional) {
            optional.ifPresent(present -> collect(present, path, faults));
        } else if (value instanceof Collection<?> items) {
            int index = 0;
            for (Object item : items) {
                element(item, path + "[" + index++ + "]", faults);
            }
        }
    }

    private static void component(Record fields, RecordComponent component, String path, List<FieldFault> faults) {
        Object value = read(fields, component);
        if (value == null && !component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
            faults.add(new FieldFault(path, "is required"));
        }
        if (!(value instanceof Map)) {
            collect(value, path, faults);
        }
    }

    private static void element(@Nullable Object item, String path, List<FieldFault> faults) {
        if (item == null) {
            faults.add(new FieldFault(path, "must not be null"));
        } else {
            collect(item, path, faults);
        }
    }

    private static String name(RecordComponent component) {
        JsonProperty renamed = component.getAccessor().getAnnotation(JsonProperty.class);
        return renamed == null || renamed.value().isEmpty() ? component.getName() : renamed.value();
    }

    private static @Nullable Object read(Record fields, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(fields);
        } catch (ReflectiveOperationException unreadable) {
            throw new IllegalStateException("a component of a request record cannot be read", unreadable);
        }
    }
}
