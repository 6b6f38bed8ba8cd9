package org.mandate.authorization.integrity;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/** The definitions of RFC 9162, section 2.1, word by word over a list of leaf inputs; as slow as it is plain. */
final class NaiveTree {

    private NaiveTree() {}

    static byte[] root(List<byte[]> leaves) {
        if (leaves.isEmpty()) {
            return sha256();
        }
        if (leaves.size() == 1) {
            return sha256(new byte[] {0}, leaves.get(0));
        }
        var k = split(leaves.size());
        return sha256(new byte[] {1}, root(leaves.subList(0, k)), root(leaves.subList(k, leaves.size())));
    }

    static List<byte[]> path(int m, List<byte[]> leaves) {
        var n = leaves.size();
        if (n == 1) {
            return new ArrayList<>();
        }
        var k = split(n);
        if (m < k) {
            var path = path(m, leaves.subList(0, k));
            path.add(root(leaves.subList(k, n)));
            return path;
        }
        var path = path(m - k, leaves.subList(k, n));
        path.add(root(leaves.subList(0, k)));
        return path;
    }

    static List<byte[]> proof(int m, List<byte[]> leaves) {
        return m == 0 || m == leaves.size() ? new ArrayList<>() : subproof(m, leaves, true);
    }

    private static List<byte[]> subproof(int m, List<byte[]> leaves, boolean known) {
        var n = leaves.size();
        if (m == n) {
            var path = new ArrayList<byte[]>();
            if (!known) {
                path.add(root(leaves));
            }
            return path;
        }
        var k = split(n);
        if (m <= k) {
            var path = subproof(m, leaves.subList(0, k), known);
            path.add(root(leaves.subList(k, n)));
            return path;
        }
        var path = subproof(m - k, leaves.subList(k, n), false);
        path.add(root(leaves.subList(0, k)));
        return path;
    }

    private static int split(int n) {
        var k = 1;
        while (2 * k < n) {
            k *= 2;
        }
        return k;
    }

    private static byte[] sha256(byte[]... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
