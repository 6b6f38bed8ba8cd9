package org.mandate.authorization.integrity;

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
    private final SignedBefore before;
    private final TransactionTemplate transaction;
    private final Clock clock;

    TreeGrowth(
            JournalRecords records,
            TreeStore store,
            SigningKeys keys,
            SignedBefore before,
            TransactionTemplate transaction,
            Clock clock) {
        this.records = records;
        this.store = store;
        this.keys = keys;
        this.before = before;
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
     * @throws TreeFault when a record is missing, or what was signed before contradicts the stored tree
     */
    Optional<TreeHead> step() {
        // Read before the tree is locked, so that a lock is never held while the journal's connection is waited for.
        before.read();
        var head = records.head();
        return transaction.execute(status -> grow(head));
    }

    /** What was signed before and the tree is not any more: nothing is built on such a tree, and nothing of it signed. */
    Optional<Alteration> contradiction() {
        before.read();
        var head = records.head();
        return transaction.execute(status -> before.contradiction(store.lock(), head));
    }

    private Optional<TreeHead> grow(long head) {
        var size = store.lock();
        var last = store.newestHead();
        if (last.isPresent() && size >= head) {
            return Optional.empty();
        }
        before.contradiction(size, head).ifPresent(found -> {
            throw new TreeFault(found.fault());
        });
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
        before.signed(head);
        return head;
    }
}
