package org.mandate.authorization.decision;

import java.util.Map;

/** What is to be done. Names are the field's verbs: {@code read}, {@code update}; properties are the caller's. */
public record Action(String name, Map<String, Object> properties) {

    public Action {
        properties = Map.copyOf(properties);
    }

    public static Action of(String name) {
        return new Action(name, Map.of());
    }
}
