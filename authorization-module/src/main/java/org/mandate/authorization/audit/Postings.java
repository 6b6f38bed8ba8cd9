package org.mandate.authorization.audit;

import java.util.BitSet;
import java.util.function.LongConsumer;

/**
 * Which records of a span have which value. A row holds the values of one bucket: for each, in the order of their hashes,
 * the distance to the hash before it, and the offsets of its records, as distances or, where that is shorter, as a bitmap.
 */
final class Postings {

    private static final int OFFSET_BITS = 16;
    private static final int OFFSET_MASK = (1 << OFFSET_BITS) - 1;

    /** In the place of a number of offsets. */
    private static final int BITMAP = 0;

    private Postings() {}

    /** One value of one record. Pairs sort by hash, then by offset. */
    static long pair(int hash, int offset) {
        return (Integer.toUnsignedLong(hash) << OFFSET_BITS) | offset;
    }

    /** The rows of a span, one for each bucket, from its pairs in order. */
    static byte[][] encode(Span span, long[] sorted) {
        var rows = new Packed[span.buckets()];
        for (var bucket = 0; bucket < rows.length; bucket++) {
            rows[bucket] = new Packed();
        }
        var lastRemainders = new int[rows.length];
        for (int from = 0, to; from < sorted.length; from = to) {
            var hash = hash(sorted[from]);
            to = from + 1;
            while (to < sorted.length && hash(sorted[to]) == hash) {
                to++;
            }
            var bucket = span.bucket(hash);
            rows[bucket].number(span.remainder(hash) - lastRemainders[bucket]);
            lastRemainders[bucket] = span.remainder(hash);
            encodeOffsets(rows[bucket], span, sorted, from, to);
        }
        var bytes = new byte[rows.length][];
        for (var bucket = 0; bucket < rows.length; bucket++) {
            bytes[bucket] = rows[bucket].toBytes();
        }
        return bytes;
    }

    private static void encodeOffsets(Packed row, Span span, long[] pairs, int from, int to) {
        var distances = new Packed();
        var last = 0;
        for (var i = from; i < to && distances.size() < span.size() / Byte.SIZE; i++) {
            distances.number(offset(pairs[i]) - last);
            last = offset(pairs[i]);
        }
        if (distances.size() < span.size() / Byte.SIZE) {
            row.number(to - from).append(distances);
            return;
        }
        var bitmap = new byte[span.size() / Byte.SIZE];
        for (var i = from; i < to; i++) {
            var offset = offset(pairs[i]);
            bitmap[offset / Byte.SIZE] |= (byte) (1 << (offset % Byte.SIZE));
        }
        row.number(BITMAP).fixed(bitmap);
    }

    /** The offsets of one value in the row of its bucket. */
    static BitSet find(Span span, int hash, byte[] bytes) {
        var wanted = span.remainder(hash);
        var row = new Unpacked(bytes);
        var remainder = 0;
        while (row.more()) {
            remainder += row.integer();
            if (remainder > wanted) {
                break;
            }
            var offsets = offsets(span, row, remainder == wanted);
            if (remainder == wanted) {
                return offsets;
            }
        }
        return new BitSet();
    }

    private static BitSet offsets(Span span, Unpacked row, boolean kept) {
        var count = row.integer();
        if (count == BITMAP) {
            var length = span.size() / Byte.SIZE;
            var start = row.skip(length);
            return kept ? BitSet.valueOf(java.nio.ByteBuffer.wrap(row.array(), start, length)) : new BitSet(0);
        }
        var offsets = new BitSet(0);
        var offset = 0;
        for (var i = 0; i < count; i++) {
            offset += row.integer();
            if (kept) {
                offsets.set(offset);
            }
        }
        return offsets;
    }

    /** All pairs of the row of a bucket, in order. */
    static void decode(Span span, int bucket, byte[] bytes, LongConsumer pairs) {
        var row = new Unpacked(bytes);
        var remainder = 0;
        while (row.more()) {
            remainder += row.integer();
            var hash = span.hash(bucket, remainder);
            offsets(span, row, true).stream().forEach(offset -> pairs.accept(pair(hash, offset)));
        }
    }

    private static int hash(long pair) {
        return (int) (pair >>> OFFSET_BITS);
    }

    private static int offset(long pair) {
        return (int) pair & OFFSET_MASK;
    }
}
