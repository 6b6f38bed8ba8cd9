package org.mandate.authorization.integrity;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.mandate.authorization.journal.JournalRecords;

/**
 * The whole journal once, from its oldest record: each record against its leaf hash, the leaf hashes against every head that
 * was signed, and the end against what was promised to be there.
 */
final class JournalWalk {

    private static final int STEP = 16 * Tile.WIDTH;

    private final JournalRecords records;
    private final TreeStore store;
    private final SignedHeads heads;
    private final Optional<Retired> retired;
    private final Supplier<Optional<Alteration>> contradiction;
    private final long size;
    private final Frontier frontier;
    private Optional<Alteration> broken = Optional.empty();

    /** @param contradiction what {@link SignedBefore} says; told where the records themselves show nothing nearer */
    JournalWalk(
            JournalRecords records,
            TreeStore store,
            SignedHeads heads,
            Optional<Retired> retired,
            Supplier<Optional<Alteration>> contradiction) {
        this.records = records;
        this.store = store;
        this.heads = heads;
        this.retired = retired;
        this.contradiction = contradiction;
        this.size = store.size();
        var gone = retired.map(Retired::last).orElse(0L);
        this.frontier = new Frontier(gone, complete(gone));
    }

    /** The complete subtrees over what is gone, whose hashes remain. */
    private List<byte[]> complete(long gone) {
        var nodes = new TiledNodes(store::tile);
        var roots = new ArrayList<byte[]>();
        var from = 0L;
        for (var rest = gone; rest > 0; rest -= Long.highestOneBit(rest)) {
            var width = Long.highestOneBit(rest);
            roots.add(nodes.at(Long.numberOfTrailingZeros(width), from / width));
            from += width;
        }
        return roots;
    }

    /** How many records there are to look at. */
    long total() {
        return size - retired.map(Retired::last).orElse(0L);
    }

    /** @param position told how many records have been looked at */
    JournalVerdict run(LongConsumer position) {
        var gone = size - total();
        var check = new RecordCheck(records, number -> store.tile(new TileId(0, number)));
        heads.begin(gone);
        var altered = broken;
        while (altered.isEmpty() && frontier.size() < size) {
            var from = frontier.size();
            var found = check.check(from, Math.min(size, from + STEP), this::take);
            altered = broken.or(() -> found);
            position.accept(frontier.size() - gone);
        }
        var first = altered.or(this::end).or(contradiction);
        return new JournalVerdict(first.isEmpty(), frontier.size() - gone, retired, first);
    }

    private void take(byte[] leaf) {
        frontier.append(leaf);
        if (broken.isEmpty()) {
            broken = heads.contradicting(frontier.size(), frontier::root);
        }
    }

    /** Heads that nothing reached, and records that nobody counted. */
    private Optional<Alteration> end() {
        if (!MessageDigest.isEqual(store.tree().root(size), frontier.root())) {
            return Optional.of(new Alteration(
                    Optional.empty(),
                    1,
                    "the tree's inner hashes are not those of its leaves: one of them was changed"));
        }
        return heads.beyond(size, records.head()).or(this::uncounted);
    }

    private Optional<Alteration> uncounted() {
        var found = new ArrayList<Alteration>(1);
        var last = records.read(Math.max(size, records.head()), 1, stored -> {
            found.add(
                    new Alteration(RecordCheck.id(stored), stored.sequence(), "it was added beyond the journal's end"));
        });
        return last > records.head() ? found.stream().findFirst() : Optional.empty();
    }
}
