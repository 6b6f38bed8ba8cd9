package org.mandate.authorization.decision;

import java.util.Map;

/** What it is to be done to. The id is empty where a whole type is meant; properties are the caller's. */
public record Resource(String type, String id, Map<String, Object> properties) {

    public Resource {
        properties = Map.copyOf(properties);
    }

    public static Resource of(String type, String id) {
        return new Resource(type, id, Map.of());
    }
}
