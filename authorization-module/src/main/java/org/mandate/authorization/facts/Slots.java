package org.mandate.authorization.facts;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * An open-addressed table of histories. A search goes over the tags, 32 bits of each hash, which lie close together; the one
 * history whose tag fits is nearly always the one looked for. One writer; what a reader finds is complete.
 */
final class Slots {

    static final VarHandle HISTORY = MethodHandles.arrayElementVarHandle(long[][].class);
    private static final VarHandle TAG = MethodHandles.arrayElementVarHandle(int[].class);

    private final int[] tags;
    private final long[][] histories;
    private final int mask;

    /** @param size a power of two */
    Slots(int size) {
        this.tags = new int[size];
        this.histories = new long[size][];
        this.mask = size - 1;
    }

    long @Nullable [] find(boolean named, long high, long low) {
        long hash = hash(high, low);
        int tag = tag(hash);
        for (int slot = (int) hash & mask; ; slot = slot + 1 & mask) {
            int here = (int) TAG.getAcquire(tags, slot);
            if (here == tag) {
                long[] history = (long[]) HISTORY.getAcquire(histories, slot);
                if (SubjectHistory.is(history, named, high, low)) {
                    return history;
                }
            } else if (here == 0) {
                return null;
            }
        }
    }

    long @Nullable [] find(Handle handle) {
        return find(handle.named(), handle.high(), handle.low());
    }

    void add(Handle handle, long[] history) {
        long hash = hash(handle.high(), handle.low());
        int slot = (int) hash & mask;
        while (tags[slot] != 0) {
            slot = slot + 1 & mask;
        }
        HISTORY.setRelease(histories, slot, history);
        TAG.setRelease(tags, slot, tag(hash));
    }

    void replace(Handle handle, long[] history) {
        long hash = hash(handle.high(), handle.low());
        int slot = (int) hash & mask;
        while (tags[slot] != tag(hash)
                || !SubjectHistory.is(histories[slot], handle.named(), handle.high(), handle.low())) {
            slot = slot + 1 & mask;
        }
        HISTORY.setRelease(histories, slot, history);
    }

    boolean isFull(int count) {
        return count > mask - (mask >> 2);
    }

    Slots larger() {
        Slots larger = new Slots(tags.length * 2);
        for (long[] history : histories) {
            if (history != null) {
                larger.add(SubjectHistory.handle(history), history);
            }
        }
        return larger;
    }

    private static long hash(long high, long low) {
        long mixed = high * 0x9e3779b97f4a7c15L + low;
        mixed = (mixed ^ mixed >>> 32) * 0xbf58476d1ce4e5b9L;
        return mixed ^ mixed >>> 29;
    }

    /** Never 0, which is an empty slot's. */
    private static int tag(long hash) {
        return (int) (hash >>> 32) | 1;
    }
}
