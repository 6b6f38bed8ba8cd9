package org.mandate.authorization.audit;

/**
 * A stretch of the journal whose postings stand together, spread over rows by their hash. New records are indexed in
 * blocks; 64 blocks that are complete become one segment, so that a search reads few rows however long the journal is.
 */
enum Span {
    BLOCK(0, 10, 3),
    SEGMENT(1, 16, 9);

    /** Blocks that become one segment. */
    static final int BLOCKS = 64;

    private final int level;
    private final int shift;
    private final int bucketBits;

    Span(int level, int shift, int bucketBits) {
        this.level = level;
        this.shift = shift;
        this.bucketBits = bucketBits;
    }

    int level() {
        return level;
    }

    /** How many records it holds. */
    int size() {
        return 1 << shift;
    }

    int buckets() {
        return 1 << bucketBits;
    }

    /** The number of the one that holds a sequence, from 0. */
    long of(long sequence) {
        return (sequence - 1) >> shift;
    }

    long first(long number) {
        return (number << shift) + 1;
    }

    long last(long number) {
        return (number + 1) << shift;
    }

    int bucket(int hash) {
        return hash >>> (Integer.SIZE - bucketBits);
    }

    /** What of a hash the bucket does not say. */
    int remainder(int hash) {
        return hash & (-1 >>> bucketBits);
    }

    int hash(int bucket, int remainder) {
        return (bucket << (Integer.SIZE - bucketBits)) | remainder;
    }
}
