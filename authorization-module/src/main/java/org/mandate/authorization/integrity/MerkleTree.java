package org.mandate.authorization.integrity;

import java.util.ArrayList;
import java.util.List;

/** Roots and proofs of RFC 9162, sections 2.1.1 to 2.1.4, read off the nodes of a tree. */
final class MerkleTree {

    private final Nodes nodes;

    MerkleTree(Nodes nodes) {
        this.nodes = nodes;
    }

    /** The root of the tree's first leaves. */
    byte[] root(long size) {
        return size == 0 ? Hashes.ofNothing() : range(0, size);
    }

    /** The path from a leaf to the root of the tree of this size. */
    List<byte[]> inclusion(long index, long size) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("a tree of " + size + " leaves has no leaf " + index);
        }
        return inclusion(0, index, size);
    }

    /** The path to the root from a subtree of {@code 2^height} leaves, or of the fewer that there are at the end. */
    List<byte[]> inclusion(int height, long index, long size) {
        var path = new ArrayList<byte[]>();
        climb(0, size, index << height, 1L << height, path);
        return path;
    }

    /** From the root down to the subtree, nodes added on the way back. */
    private void climb(long from, long to, long wanted, long width, List<byte[]> path) {
        if (to - from <= width) {
            return;
        }
        var middle = from + split(to - from);
        if (wanted < middle) {
            climb(from, middle, wanted, width, path);
            path.add(range(middle, to));
        } else {
            climb(middle, to, wanted, width, path);
            path.add(range(from, middle));
        }
    }

    /** That the tree of the second size begins with all of the tree of the first. */
    List<byte[]> consistency(long first, long second) {
        if (first < 0 || first > second) {
            throw new IllegalArgumentException("a tree of " + second + " leaves never had " + first);
        }
        var path = new ArrayList<byte[]>();
        if (first > 0 && first < second) {
            subproof(0, second, first, true, path);
        }
        return path;
    }

    private void subproof(long from, long to, long first, boolean known, List<byte[]> path) {
        if (first == to) {
            if (!known) {
                path.add(range(from, to));
            }
            return;
        }
        var middle = from + split(to - from);
        if (first <= middle) {
            subproof(from, middle, first, known, path);
            path.add(range(middle, to));
        } else {
            subproof(middle, to, first, false, path);
            path.add(range(from, middle));
        }
    }

    /** The root over these leaves; {@code from} is where a subtree of RFC 9162 begins. */
    private byte[] range(long from, long to) {
        var width = to - from;
        if (Long.bitCount(width) == 1) {
            var height = Long.numberOfTrailingZeros(width);
            return nodes.at(height, from >>> height);
        }
        var middle = from + split(width);
        return Hashes.node(range(from, middle), range(middle, to));
    }

    /** The largest power of two below the width. */
    private static long split(long width) {
        return Long.highestOneBit(width - 1);
    }
}
