package org.mandate.authorization.integrity;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** A tree that only grows, of which nothing is kept but the roots of its complete subtrees: 64 hashes at most. */
final class Frontier {

    private final Deque<byte[]> roots = new ArrayDeque<>();
    private long size;

    Frontier() {}

    /** The tree of this size, whose complete subtrees have these roots, the widest first. */
    Frontier(long size, List<byte[]> complete) {
        if (Long.bitCount(size) != complete.size()) {
            throw new IllegalArgumentException("a tree of " + size + " leaves has " + Long.bitCount(size)
                    + " complete subtrees, not " + complete.size());
        }
        this.size = size;
        roots.addAll(complete);
    }

    long size() {
        return size;
    }

    void append(byte[] leafHash) {
        var hash = leafHash;
        for (var rest = size; (rest & 1) == 1; rest >>>= 1) {
            hash = Hashes.node(roots.removeLast(), hash);
        }
        roots.addLast(hash);
        size++;
    }

    byte[] root() {
        if (size == 0) {
            return Hashes.ofNothing();
        }
        var upwards = roots.descendingIterator();
        var hash = upwards.next();
        while (upwards.hasNext()) {
            hash = Hashes.node(upwards.next(), hash);
        }
        return hash;
    }
}
