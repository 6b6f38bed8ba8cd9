package org.mandate.authorization.integrity;

import java.security.MessageDigest;
import java.util.Optional;
import org.mandate.authorization.journal.JournalRecords;

/**
 * Looks without being asked: at the newest head outside of the database, which a database that was set back does not have
 * any more, and at a few old records each time, round and round.
 */
final class Patrol {

    private static final int ROUNDS_PER_HEAD = 40;
    private static final int RECORDS = 2 * Tile.WIDTH;

    private final JournalRecords records;
    private final TreeStore store;
    private final RetiredRecords retired;
    private final HeadsFile file;
    private volatile Optional<String> setBack = Optional.empty();
    private volatile Optional<String> altered = Optional.empty();
    private long position;
    private int rounds;

    Patrol(JournalRecords records, TreeStore store, RetiredRecords retired, HeadsFile file) {
        this.records = records;
        this.store = store;
        this.retired = retired;
        this.file = file;
    }

    Optional<String> fault() {
        return setBack.or(() -> altered);
    }

    /** One step. @throws TreeFault when something was altered */
    void goOn() {
        if (rounds++ % ROUNDS_PER_HEAD == 0) {
            setBack = file.newest().flatMap(this::contradicted);
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

    /** Whether the tree contradicts a head that is kept elsewhere. */
    Optional<String> contradicted(TreeHead head) {
        var size = store.size();
        if (head.size() <= size) {
            return MessageDigest.isEqual(store.tree().root(head.size()), head.root())
                    ? Optional.empty()
                    : Optional.of("the tree's first " + head.size() + " records are not those of the head of "
                            + head.at() + " in the heads file");
        }
        return head.size() <= records.head()
                ? Optional.empty()
                : Optional.of("the heads file has a head of " + head.size() + " records of " + head.at()
                        + ", the journal has " + records.head() + ": the database was set back");
    }
}
