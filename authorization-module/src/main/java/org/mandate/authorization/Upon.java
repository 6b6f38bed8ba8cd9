package org.mandate.authorization;

import java.util.Optional;
import java.util.Set;

/**
 * What has to stand for a change to be made upon it: whatever does, something, nothing yet, or what the author of the change
 * has read.
 */
public sealed interface Upon<T extends Tagged> {

    /** Whatever stands. */
    static <T extends Tagged> Upon<T> whateverStands() {
        return new Whatever<>();
    }

    /** Something, whatever it says. */
    static <T extends Tagged> Upon<T> something() {
        return new Something<>();
    }

    /** Nothing: the change makes it. */
    static <T extends Tagged> Upon<T> nothing() {
        return new Nothing<>();
    }

    /** This and nothing else. */
    static <T extends Tagged> Upon<T> exactly(T read) {
        return new Exactly<>(read);
    }

    /** What goes by one of these tags. */
    static <T extends Tagged> Upon<T> tagged(Set<String> tags) {
        return new OneOf<>(tags);
    }

    /** Whether the change may be made upon what stands now. */
    boolean admits(Optional<T> standing);

    /** As {@link #whateverStands}. */
    record Whatever<T extends Tagged>() implements Upon<T> {

        @Override
        public boolean admits(Optional<T> standing) {
            return true;
        }
    }

    /** As {@link #something}. */
    record Something<T extends Tagged>() implements Upon<T> {

        @Override
        public boolean admits(Optional<T> standing) {
            return standing.isPresent();
        }
    }

    /** As {@link #nothing}. */
    record Nothing<T extends Tagged>() implements Upon<T> {

        @Override
        public boolean admits(Optional<T> standing) {
            return standing.isEmpty();
        }
    }

    /** As {@link #exactly}. */
    record Exactly<T extends Tagged>(T read) implements Upon<T> {

        @Override
        public boolean admits(Optional<T> standing) {
            return standing.filter(read::equals).isPresent();
        }
    }

    /** As {@link #tagged}. */
    record OneOf<T extends Tagged>(Set<String> tags) implements Upon<T> {

        public OneOf {
            tags = Set.copyOf(tags);
        }

        @Override
        public boolean admits(Optional<T> standing) {
            return standing.filter(stands -> tags.contains(stands.tag())).isPresent();
        }
    }
}
