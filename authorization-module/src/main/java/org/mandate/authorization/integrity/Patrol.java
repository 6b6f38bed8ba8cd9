package org.mandate.authorization.integrity;

import java.util.Optional;
import org.mandate.authorization.journal.JournalRecords;

/**
 * Looks without being asked: at what was signed before, and at a few old records each time, round and round.
 */
final class Patrol {

    private static final int ROUNDS_PER_HEAD = 40;
    private static final int RECORDS = 2 * Tile.WIDTH;

    private final JournalRecords records;
    private final TreeStore store;
    private final RetiredRecords retired;
    private final TreeGrowth growth;
    private volatile Optional<String> contradicted = Optional.empty();
    private volatile Optional<String> altered = Optional.empty();
    private long position;
    private int rounds;

    Patrol(JournalRecords records, TreeStore store, RetiredRecords retired, TreeGrowth growth) {
        this.records = records;
        this.store = store;
        this.retired = retired;
        this.growth = growth;
    }

    Optional<String> fault() {
        return contradicted.or(() -> altered);
    }

    /** One step. @throws TreeFault when something was altered */
    void goOn() {
        if (rounds++ % ROUNDS_PER_HEAD == 0) {
            contradicted = growth.contradiction().map(Alteration::fault);
        }
        if (altered.isEmpty() || rounds % ROUNDS_PER_HEAD == 0) {
            look();
        }
        fault().ifPresent(found -> {
            throw new TreeFault(found);
        });
    }

    private void look() {
        var size = store.size();
        if (altered.isEmpty()) {
            position = Math.max(position >= size ? 0 : position, retired.last());
        }
        var upTo = Math.min(size, position + RECORDS);
        altered = upTo <= position
                ? Optional.empty()
                : new RecordCheck(records, number -> store.tile(new TileId(0, number)))
                        .check(position, upTo, leaf -> {})
                        .map(found -> "record " + found.sequence() + ": " + found.fault());
        if (altered.isEmpty()) {
            position = upTo;
        }
    }
}
