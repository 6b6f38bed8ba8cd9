package org.mandate.authorization.integrity;

import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;

/** Whether a proof proves: the algorithms of RFC 9162, sections 2.1.3.2 and 2.1.4.2. It needs nothing but what it is given. */
final class ProofCheck {

    private ProofCheck() {}

    static boolean inclusion(long index, long size, byte[] leafHash, List<byte[]> path, byte[] root) {
        return leafHash.length == Hashes.BYTES
                && rootOf(index, size, leafHash, path)
                        .filter(found -> MessageDigest.isEqual(found, root))
                        .isPresent();
    }

    /** The root that the path leads to; empty where it is too long or too short for that place in a tree of that size. */
    static Optional<byte[]> rootOf(long index, long size, byte[] hash, List<byte[]> path) {
        if (index < 0 || index >= size || !wellFormed(path)) {
            return Optional.empty();
        }
        var node = index;
        var last = size - 1;
        var found = hash;
        for (var sibling : path) {
            if (last == 0) {
                return Optional.empty();
            }
            if ((node & 1) == 1 || node == last) {
                found = Hashes.node(sibling, found);
                while ((node & 1) == 0 && node != 0) {
                    node >>>= 1;
                    last >>>= 1;
                }
            } else {
                found = Hashes.node(found, sibling);
            }
            node >>>= 1;
            last >>>= 1;
        }
        return last == 0 ? Optional.of(found) : Optional.empty();
    }

    static boolean consistency(long first, long second, byte[] firstRoot, byte[] secondRoot, List<byte[]> path) {
        if (first < 0 || first > second || !wellFormed(path)) {
            return false;
        }
        if (first == second) {
            return path.isEmpty() && MessageDigest.isEqual(firstRoot, secondRoot);
        }
        if (first == 0) {
            return path.isEmpty() && MessageDigest.isEqual(firstRoot, Hashes.ofNothing());
        }
        // Where the first tree is one complete subtree of the second, its root is not repeated in the path.
        var complete = Long.bitCount(first) == 1;
        if (path.isEmpty() && !complete) {
            return false;
        }
        var start = complete ? firstRoot : path.get(0);
        return climbs(first, second, start, path.subList(complete ? 0 : 1, path.size()), firstRoot, secondRoot);
    }

    private static boolean climbs(
            long first, long second, byte[] start, List<byte[]> path, byte[] firstRoot, byte[] secondRoot) {
        var node = (first - 1) >>> Long.numberOfTrailingZeros(first);
        var last = (second - 1) >>> Long.numberOfTrailingZeros(first);
        var old = start;
        var grown = start;
        for (var sibling : path) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                old = Hashes.node(sibling, old);
                grown = Hashes.node(sibling, grown);
                while ((node & 1) == 0 && node != 0) {
                    node >>>= 1;
                    last >>>= 1;
                }
            } else {
                grown = Hashes.node(grown, sibling);
            }
            node >>>= 1;
            last >>>= 1;
        }
        return last == 0 && MessageDigest.isEqual(old, firstRoot) && MessageDigest.isEqual(grown, secondRoot);
    }

    private static boolean wellFormed(List<byte[]> path) {
        return path.stream().allMatch(hash -> hash.length == Hashes.BYTES);
    }
}
