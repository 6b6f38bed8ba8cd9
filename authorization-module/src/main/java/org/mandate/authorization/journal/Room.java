package org.mandate.authorization.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the ring has set aside for the records of one request while they are made. Many requests that ask for much at once
 * take no more memory together than the ring may hold, and a step each.
 */
final class Room implements AutoCloseable {

    /** Few records reach it, so that most need the ring only once. */
    private static final long STEP = 64 * 1024;

    private final DecisionRing ring;
    private final List<PendingDecision> made = new ArrayList<>();
    private long size;
    private long reserved;

    Room(DecisionRing ring) {
        this.ring = ring;
    }

    /**
     * One more record. False when there is no room for it now.
     * @throws TooMuchToRecord when there never will be
     */
    boolean take(PendingDecision one) {
        made.add(one);
        size += one.size();
        if (size > ring.capacity()) {
            throw new TooMuchToRecord(ring.capacity());
        }
        return size - reserved < STEP || reserve(size - reserved);
    }

    private boolean reserve(long more) {
        if (!ring.reserve(more)) {
            return false;
        }
        reserved += more;
        return true;
    }

    /** All of them into the ring; empty when there is no room for the last of them. */
    Optional<List<PendingDecision>> handOver() {
        if (!ring.offer(made, size, reserved)) {
            return Optional.empty();
        }
        reserved = 0;
        return Optional.of(made);
    }

    @Override
    public void close() {
        if (reserved > 0) {
            ring.release(reserved);
        }
    }
}
