package org.mandate.authorization.search;

import java.util.Optional;

/**
 * A place in the order of what a search finds.
 * @param after the last one before it; empty for the beginning
 */
public record Place(Optional<String> after) {

    /** Before everything. */
    public static final Place BEGINNING = new Place(Optional.empty());

    static Place after(String last) {
        return new Place(Optional.of(last));
    }
}
