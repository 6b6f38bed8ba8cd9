package org.mandate.authorization.integrity;

import java.util.Arrays;

/**
 * Up to 256 hashes of one level of the tree, side by side: leaf hashes on level 0, on level 1 the roots of 256 leaves each,
 * and so on. Eight levels of nodes lie between two levels of tiles and are computed when they are asked for.
 */
final class Tile {

    static final int WIDTH = 256;
    static final int HEIGHT = 8;

    private byte[] hashes;
    private int count;

    Tile(byte[] hashes) {
        this.hashes = hashes.clone();
        this.count = hashes.length / Hashes.BYTES;
    }

    static Tile empty() {
        return new Tile(new byte[0]);
    }

    int count() {
        return count;
    }

    boolean isFull() {
        return count == WIDTH;
    }

    byte[] bytes() {
        return Arrays.copyOf(hashes, count * Hashes.BYTES);
    }

    void add(byte[] hash) {
        if (hashes.length < (count + 1) * Hashes.BYTES) {
            hashes = Arrays.copyOf(hashes, Math.max(hashes.length, 1024) * 2);
        }
        System.arraycopy(hash, 0, hashes, count * Hashes.BYTES, Hashes.BYTES);
        count++;
    }

    /** So many of them. */
    Tile first(int wanted) {
        return new Tile(Arrays.copyOf(hashes, Math.min(wanted, count) * Hashes.BYTES));
    }

    byte[] hash(int offset) {
        if (offset >= count) {
            throw new IllegalStateException("a tile of " + count + " hashes has none at " + offset);
        }
        return Arrays.copyOfRange(hashes, offset * Hashes.BYTES, (offset + 1) * Hashes.BYTES);
    }

    /** The root over {@code 2^height} hashes. */
    byte[] root(int offset, int height) {
        if (height == 0) {
            return hash(offset);
        }
        var half = 1 << (height - 1);
        return Hashes.node(root(offset, height - 1), root(offset + half, height - 1));
    }
}
