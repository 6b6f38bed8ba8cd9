package org.mandate.authorization.facts;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.mandate.authorization.event.PermissionDefined;

/** A history in memory that can be out of reach. */
final class TellableHistory implements History {

    final List<Entry> entries = new CopyOnWriteArrayList<>();
    volatile boolean unreachable;
    volatile long failsOnceBehind = Long.MAX_VALUE;

    void commit(String permission) {
        commit(new PermissionDefined(permission, ""));
    }

    void commit(Object event) {
        entries.add(new Entry(entries.size() + 1L, Instant.EPOCH, "x", event));
    }

    @Override
    public long read(long after, int max, Consumer<Entry> reader) {
        if (unreachable) {
            throw new IllegalStateException("the database is gone");
        }
        if (after > failsOnceBehind) {
            failsOnceBehind = Long.MAX_VALUE;
            throw new IllegalStateException("the database is gone for a moment");
        }
        List<Entry> all = entries;
        int to = (int) Math.min(all.size(), after + max);
        for (int i = (int) after; i < to; i++) {
            reader.accept(all.get(i));
        }
        return Math.max(after, to);
    }

    @Override
    public long head() {
        return entries.size();
    }
}
