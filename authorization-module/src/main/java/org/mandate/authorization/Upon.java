package org.mandate.authorization;

import java.util.Optional;

/**
 * What has to stand for a change to be made upon it: whatever does, nothing yet, or exactly what the author of the change
 * has read.
 */
public record Upon<T>(boolean anything, Optional<T> read) {

    /** Whatever stands. */
    public static <T> Upon<T> whateverStands() {
        return new Upon<>(true, Optional.empty());
    }

    /** Nothing: the change makes it. */
    public static <T> Upon<T> nothing() {
        return new Upon<>(false, Optional.empty());
    }

    /** This and nothing else. */
    public static <T> Upon<T> exactly(T read) {
        return new Upon<>(false, Optional.of(read));
    }

    /** Whether the change may be made upon what stands now. */
    public boolean admits(Optional<T> standing) {
        return anything || read.equals(standing);
    }
}
