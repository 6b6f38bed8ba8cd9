package org.mandate.authorization.audit;

import java.time.Duration;
import java.util.Arrays;
import java.util.OptionalLong;
import org.mandate.authorization.journal.JournalRecords;

/**
 * Brings the index up to the journal, a few blocks in each transaction. The row that says how far it reaches is held
 * meanwhile: of all nodes one works, and what is indexed is indexed once.
 */
final class Indexing {

    private static final int BLOCKS_AT_ONCE = 16;
    private static final Duration PACE = Duration.ofMillis(250);

    private final IndexStore store;
    private final JournalRecords records;
    private final Progress progress = new Progress("the index of the journal", Span.BLOCK.size());

    Indexing(IndexStore store, JournalRecords records) {
        this.store = store;
        this.records = records;
    }

    /** A step, until it has caught up or another node is at it. */
    Duration round() {
        var before = store.blocks();
        var indexed = step();
        var complete = complete();
        progress.report(indexed, complete);
        return indexed > before && indexed < complete ? Duration.ZERO : PACE;
    }

    /** How many blocks are indexed now; fewer than are complete where another node is at it. */
    long step() {
        var blocks = store.blocks();
        if (complete() <= blocks) {
            return blocks;
        }
        return store.transaction(this::claimed);
    }

    /** How many blocks the journal has filled. */
    long complete() {
        return records.head() / Span.BLOCK.size();
    }

    private long claimed() {
        OptionalLong claim = store.claim();
        if (claim.isEmpty()) {
            return store.blocks();
        }
        var from = claim.getAsLong();
        var to = Math.min(complete(), from + BLOCKS_AT_ONCE);
        for (var block = from; block < to; block++) {
            store.write(read(block));
            if ((block + 1) % Span.BLOCKS == 0) {
                seal(block / Span.BLOCKS);
            }
        }
        store.advance(Math.max(from, to));
        return Math.max(from, to);
    }

    private Block read(long number) {
        var builder = new BlockBuilder(number);
        var first = Span.BLOCK.first(number);
        records.read(first - 1, Span.BLOCK.size(), builder::add);
        return builder.build();
    }

    /**
     * Makes a segment of its blocks. Their own postings stay until the next segment is sealed: a search that is under way
     * may yet look for them.
     */
    private void seal(long segment) {
        var first = segment * Span.BLOCKS;
        var last = first + Span.BLOCKS - 1;
        var pairs = new long[10 * Span.SEGMENT.size()];
        var count = new int[1];
        for (var bucket = 0; bucket < Span.BLOCK.buckets(); bucket++) {
            for (var row : store.postings(Span.BLOCK, bucket, first, last).entrySet()) {
                var base = (int) (row.getKey() - first) * Span.BLOCK.size();
                var room = Span.BLOCK.size() * 16;
                if (count[0] + room > pairs.length) {
                    pairs = Arrays.copyOf(pairs, 2 * pairs.length);
                }
                var into = pairs;
                Postings.decode(Span.BLOCK, bucket, row.getValue(), pair -> into[count[0]++] = pair + base);
            }
        }
        var sorted = Arrays.copyOf(pairs, count[0]);
        Arrays.sort(sorted);
        store.write(Span.SEGMENT, segment, Postings.encode(Span.SEGMENT, sorted));
        store.deletePostings(Span.BLOCK, first - Span.BLOCKS, first - 1);
    }
}
