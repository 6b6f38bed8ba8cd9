package org.mandate.enforcement;

import java.util.function.Consumer;
import org.mandate.authorization.facts.History;

/** A history in which nothing has happened. */
final class EmptyHistory implements History {

    @Override
    public long read(long after, int max, Consumer<Entry> reader) {
        return after;
    }

    @Override
    public long head() {
        return 0;
    }
}
