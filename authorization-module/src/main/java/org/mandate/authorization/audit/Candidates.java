package org.mandate.authorization.audit;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The sequences that may match, in one direction: from the index, and where that does not reach yet, all. It reads a few
 * spans at a time, more of them the fewer it finds, and looks for the rarest value first.
 */
final class Candidates {

    private static final int MOST_SPANS = 64;
    private static final int PLENTY = 1000;

    private final IndexStore index;
    private final int[] terms;
    private final Times times;
    private final boolean older;
    private final long first;
    private final long last;
    /** Between the last block of the time asked for and what is not indexed nothing matches; the ends inclusive. */
    private final Range nothing;

    private long position;
    private int spans = 1;

    /** @param range the sequences that come into question at all */
    Candidates(IndexStore index, DecisionFilters filters, Range range, boolean older) {
        this.index = index;
        this.terms = Terms.of(filters);
        this.times = Times.of(filters.from(), filters.to());
        this.older = older;
        var indexed = Span.BLOCK.last(index.blocks() - 1);
        var ends = times.areAll() ? Optional.<IndexStore.Ends>empty() : index.blocksWithin(times);
        this.nothing = times.areAll()
                ? new Range(0, -1)
                : new Range(ends.map(found -> Span.BLOCK.last(found.last()) + 1).orElse(1L), indexed);
        this.first = Math.max(
                range.first(),
                ends.map(found -> Span.BLOCK.first(found.first())).orElse(1L));
        this.last = range.last();
        this.position = older ? last : first;
    }

    /** Sequences, the ends inclusive. */
    record Range(long first, long last) {}

    /** The position that is looked at next. */
    long position() {
        return position;
    }

    /** The next that may match, nearest first; empty when there are no more. */
    Optional<Found> next() {
        while (position >= first && position <= last) {
            if (position >= nothing.first() && position <= nothing.last()) {
                move(nothing.first(), nothing.last());
                continue;
            }
            var indexed = index.blocks();
            var found = position > Span.BLOCK.last(indexed - 1) ? tail(indexed) : indexed(indexed);
            if (!found.isEmpty()) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    private Found tail(long indexed) {
        var size = Span.BLOCK.size();
        var from = older ? Math.max(Math.max(first, Span.BLOCK.first(indexed)), position - size + 1) : position;
        var to = older ? position : Math.min(last, position + size - 1);
        move(from, to);
        return Found.all(from, to);
    }

    private Found indexed(long blocks) {
        var sealed = blocks / Span.BLOCKS;
        var span = position <= Span.SEGMENT.last(sealed - 1) ? Span.SEGMENT : Span.BLOCK;
        var here = span.of(position);
        var end = span == Span.SEGMENT ? sealed - 1 : blocks - 1;
        var start = span == Span.SEGMENT ? 0 : sealed * Span.BLOCKS;
        var from = older ? Math.max(Math.max(start, here - spans + 1), span.of(first)) : here;
        var to = older ? here : Math.min(Math.min(end, here + spans - 1), span.of(last));
        var lowest = Math.max(span.first(from), older ? first : position);
        var highest = Math.min(span.last(to), older ? position : last);
        var found = new Found(span, from, matching(span, from, to), lowest, highest);
        spans = found.size() < PLENTY ? Math.min(2 * spans, MOST_SPANS) : Math.max(1, spans / 2);
        move(lowest, highest);
        return found;
    }

    private void move(long lowest, long highest) {
        position = older ? lowest - 1 : highest + 1;
    }

    /** For each of the spans the offsets that all terms and the time leave. */
    private Map<Long, BitSet> matching(Span span, long from, long to) {
        var matching = new HashMap<Long, BitSet>();
        for (var number = from; number <= to; number++) {
            var all = new BitSet(span.size());
            all.set(0, span.size());
            matching.put(number, all);
        }
        if (!times.areAll()) {
            keepTimes(span, matching, from, to);
        }
        for (var term : terms) {
            keepTerm(span, matching, term);
        }
        return matching;
    }

    private void keepTerm(Span span, Map<Long, BitSet> matching, int term) {
        var low = matching.keySet().stream().min(Long::compare);
        var high = matching.keySet().stream().max(Long::compare);
        if (low.isEmpty() || high.isEmpty()) {
            return;
        }
        var rows = index.postings(span, span.bucket(term), low.get(), high.get());
        matching.entrySet().removeIf(entry -> {
            var row = rows.get(entry.getKey());
            if (row != null) {
                entry.getValue().and(Postings.find(span, term, row));
            }
            return row == null || entry.getValue().isEmpty();
        });
    }

    private void keepTimes(Span span, Map<Long, BitSet> matching, long from, long to) {
        var size = Span.BLOCK.size();
        var firstBlock = Span.BLOCK.of(span.first(from));
        var within = index.blocksWithin(times, firstBlock, Span.BLOCK.of(span.last(to)));
        matching.entrySet().removeIf(entry -> {
            var offset = (int) (Span.BLOCK.of(span.first(entry.getKey())) - firstBlock);
            for (var block = 0; block < span.size() / size; block++) {
                if (!within.get(offset + block)) {
                    entry.getValue().clear(block * size, (block + 1) * size);
                }
            }
            return entry.getValue().isEmpty();
        });
    }

    /** What was found in some spans, between two sequences. */
    record Found(Span span, long firstSpan, Map<Long, BitSet> offsets, long lowest, long highest) {

        static Found all(long from, long to) {
            var offsets = new HashMap<Long, BitSet>();
            for (var block = Span.BLOCK.of(from); block <= Span.BLOCK.of(to); block++) {
                var all = new BitSet();
                all.set(0, Span.BLOCK.size());
                offsets.put(block, all);
            }
            return new Found(Span.BLOCK, Span.BLOCK.of(from), offsets, from, to);
        }

        boolean isEmpty() {
            return offsets.isEmpty();
        }

        int size() {
            return offsets.values().stream().mapToInt(BitSet::cardinality).sum();
        }

        /** The sequences in rising order. */
        long[] sequences() {
            return offsets.entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .flatMapToLong(
                            found -> found.getValue().stream().mapToLong(offset -> span.first(found.getKey()) + offset))
                    .filter(sequence -> sequence >= lowest && sequence <= highest)
                    .toArray();
        }
    }
}
