package org.mandate.authorization.condition;

import java.util.Map;

/** What a condition sees. Each is asked for only when the condition needs it; none is null. */
public interface Variables {

    /** {@code id}, {@code type}, {@code attributes} and, where it is known, {@code username}. */
    Map<String, Object> subject();

    /** {@code id}, {@code type} and {@code attributes}. */
    Map<String, Object> resource();

    /** {@code name} and {@code properties}. */
    Map<String, Object> action();

    /** What the caller sent, and {@code ip} and {@code now} as they were judged. */
    Map<String, Object> context();
}
