package org.mandate.authorization.facts;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the history for who begins at its start and then follows it. The way to where it ended at first is long, so others
 * read ahead on it; what is beyond is read when it is asked for. One thread uses it.
 */
final class Loading implements AutoCloseable {

    private static final long UNKNOWN = -1;

    private final History history;
    private final int batch;
    private long target = UNKNOWN;
    private @Nullable ReadAhead<History.Entry> ahead;

    Loading(History history, int batch) {
        this.history = history;
        this.batch = batch;
    }

    /** As {@link History#read}, a batch at most. Whatever fails, the next call reads anew from where it is told to. */
    long read(long after, Consumer<History.Entry> reader) {
        if (target == UNKNOWN) {
            target = history.head();
        }
        if (after >= target) {
            close();
            return history.read(after, batch, reader);
        }
        try {
            ReadAhead.Batch<History.Entry> next = behind(after).next();
            next.items().forEach(reader);
            target = next.reached() == after ? after : target;
            return next.reached();
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** Whether more is known to come, however little the last batch was. */
    boolean goesOnBehind(long position) {
        return position < target;
    }

    private ReadAhead<History.Entry> behind(long after) {
        ReadAhead<History.Entry> known = ahead;
        if (known != null && known.reached() == after) {
            return known;
        }
        close();
        ReadAhead<History.Entry> begun = new ReadAhead<>(history::read, batch, after, target);
        ahead = begun;
        return begun;
    }

    @Override
    public void close() {
        ReadAhead<History.Entry> known = ahead;
        if (known != null) {
            known.close();
            ahead = null;
        }
    }
}
