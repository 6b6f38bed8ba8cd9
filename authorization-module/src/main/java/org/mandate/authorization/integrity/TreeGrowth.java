package org.mandate.authorization.integrity;

import java.security.MessageDigest;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.mandate.authorization.journal.JournalRecords;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets the tree grow by the records that were committed since, and signs what it has become, in one transaction. */
final class TreeGrowth {

    private static final int MOST = 32 * Tile.WIDTH;

    private final JournalRecords records;
    private final TreeStore store;
    private final SigningKeys keys;
    private final TransactionTemplate transaction;
    private final Clock clock;

    TreeGrowth(
            JournalRecords records, TreeStore store, SigningKeys keys, TransactionTemplate transaction, Clock clock) {
        this.records = records;
        this.store = store;
        this.keys = keys;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What has been committed so far. */
    long committed() {
        return records.head();
    }

    /** The newest signed head is of so many records or more. */
    boolean covers(long committed) {
        return store.newestHead().filter(head -> head.size() >= committed).isPresent();
    }

    /**
     * One step, of which the new head tells the outcome; empty where another node was faster.
     * @throws TreeFault when a record is missing, or the stored tree is not the one that was signed last
     */
    Optional<TreeHead> step() {
        // Read before the tree is locked, so that a lock is never held while the journal's connection is waited for.
        var head = records.head();
        return transaction.execute(status -> grow(head));
    }

    private Optional<TreeHead> grow(long head) {
        var size = store.lock();
        var last = store.newestHead();
        if (last.isPresent() && size >= head) {
            return Optional.empty();
        }
        last.ifPresent(signed -> check(signed, size));
        var growing = new GrowingTree(store::tile, size);
        var most = (int) Math.max(0, Math.min(MOST, head - size));
        records.read(size, most, stored -> {
            if (stored.sequence() != growing.size() + 1) {
                throw new TreeFault("record " + (growing.size() + 1) + " of the journal is missing: "
                        + stored.sequence() + " follows on " + growing.size());
            }
            growing.append(Hashes.leaf(stored.canonical()));
        });
        if (growing.size() < size + most) {
            throw new TreeFault(
                    "record " + (growing.size() + 1) + " of the journal is missing: the journal has " + head);
        }
        store.save(growing.size(), growing.changed());
        return Optional.of(sign(growing));
    }

    private TreeHead sign(GrowingTree tree) {
        var at = clock.instant().truncatedTo(ChronoUnit.MILLIS).toString();
        var head = keys.current().sign(tree.size(), tree.tree().root(tree.size()), at);
        store.add(head);
        return head;
    }

    /** Nothing is built on a tree that is not the one that was signed. */
    private void check(TreeHead signed, long size) {
        if (signed.size() != size || !MessageDigest.isEqual(store.tree().root(size), signed.root())) {
            throw new TreeFault("the stored tree of " + size + " records is not the one that was signed at "
                    + signed.at() + " for " + signed.size());
        }
    }
}
