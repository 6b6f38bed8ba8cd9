package org.mandate.store;

/** A sealed family of events that the history may hold. One bean each; the stored names derive from what it permits. */
public record EventFamily(Class<?> root) {

    public EventFamily {
        if (!root.isSealed()) {
            throw new IllegalArgumentException(
                    "`" + root.getSimpleName() + "` is not sealed, so its events are not a closed set");
        }
    }
}
