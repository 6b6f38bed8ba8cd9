package org.mandate.authorization.facts;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A hash of all that a base says up to a position. Each fact is hashed by itself and the hashes are added up, so the order in
 * which a base happens to keep its facts plays no part.
 */
final class StateHash {

    private final FactBase base;
    private final long position;
    private final Map<String, Sum> sums = new TreeMap<>();

    private StateHash(FactBase base, long position) {
        this.base = base;
        this.position = position;
    }

    static StateHash of(FactBase base, long position) {
        StateHash hash = new StateHash(base, position);
        MessageDigest digest = sha256();
        FactTexts.KINDS.forEach((name, kind) -> {
            Sum sum = new Sum();
            kind.show(base, position, (key, text) -> sum.add(digest, key, text));
            hash.sums.put(name, sum);
        });
        return hash;
    }

    String text() {
        MessageDigest digest = sha256();
        sums.values().forEach(sum -> digest.update(sum.bytes()));
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The first fact, by name, in which the other base differs; empty where both say the same. */
    Optional<String> differenceTo(StateHash other) {
        for (String kind : sums.keySet()) {
            if (!Arrays.equals(sum(kind).bytes(), other.sum(kind).bytes())) {
                return Optional.of(kind + " `" + firstDifference(kind, other) + "`");
            }
        }
        return Optional.empty();
    }

    private Sum sum(String kind) {
        return sums.getOrDefault(kind, new Sum());
    }

    private String firstDifference(String kind, StateHash other) {
        String here = firstBeyond(kind, other.hashes(kind));
        String there = other.firstBeyond(kind, hashes(kind));
        if (here == null || there == null) {
            return here == null ? String.valueOf(there) : here;
        }
        return here.compareTo(there) <= 0 ? here : there;
    }

    private long[] hashes(String kind) {
        long[] hashes = new long[Math.toIntExact(sum(kind).count)];
        int[] next = {0};
        MessageDigest digest = sha256();
        show(kind, (key, text) -> {
            if (next[0] < hashes.length) {
                hashes[next[0]++] = first(digest, key, text);
            }
        });
        Arrays.sort(hashes);
        return hashes;
    }

    private @Nullable String firstBeyond(String kind, long[] hashes) {
        @Nullable String[] first = new String[1];
        MessageDigest digest = sha256();
        show(kind, (key, text) -> {
            boolean known = Arrays.binarySearch(hashes, first(digest, key, text)) >= 0;
            if (!known && (first[0] == null || key.compareTo(first[0]) < 0)) {
                first[0] = key;
            }
        });
        return first[0];
    }

    private void show(String kind, BiConsumer<String, String> visitor) {
        FactTexts.Kind facts = FactTexts.KINDS.get(kind);
        if (facts != null) {
            facts.show(base, position, visitor);
        }
    }

    private static long first(MessageDigest digest, String key, String text) {
        return hashed(digest, key, text).getLong();
    }

    private static ByteBuffer hashed(MessageDigest digest, String key, String text) {
        digest.update(key.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        return ByteBuffer.wrap(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The hashes of facts added up, in four lanes. */
    private static final class Sum {

        private final long[] lanes = new long[4];
        private long count;

        void add(MessageDigest digest, String key, String text) {
            ByteBuffer hash = hashed(digest, key, text);
            for (int lane = 0; lane < lanes.length; lane++) {
                lanes[lane] += hash.getLong();
            }
            count++;
        }

        byte[] bytes() {
            ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES * (lanes.length + 1));
            Arrays.stream(lanes).forEach(bytes::putLong);
            return bytes.putLong(count).array();
        }
    }
}
