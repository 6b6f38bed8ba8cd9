package org.mandate.authorization.integrity;

import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * All heads that were ever signed, met in the order of their sizes while a walk goes by. Their roots are all compared. A
 * signature takes far longer than a root, so of those only one in some thousand records is verified, and the newest.
 */
final class SignedHeads {

    private static final int BATCH = 512;
    private static final long SIGNATURE_EVERY = 4096;

    private final TreeStore store;
    private final List<PublicHalf> keys;
    private final Optional<TreeHead> kept;
    private final Deque<TreeHead> next = new ArrayDeque<>();
    private long read;
    private long lastGood;
    private long lastVerified;
    private boolean exhausted;

    /** @param kept the newest head outside of the database */
    SignedHeads(TreeStore store, List<PublicHalf> keys, Optional<TreeHead> kept) {
        this.store = store;
        this.keys = keys;
        this.kept = kept;
    }

    void begin(long gone) {
        read = gone;
        lastGood = gone;
        lastVerified = gone;
    }

    /** The first record that a head tells to be another, where one is signed for this size. */
    Optional<Alteration> contradicting(long size, Supplier<byte[]> root) {
        var head = at(size);
        var altered = head.flatMap(signed -> contradicted(signed, root.get()))
                .or(() -> kept.filter(signed -> signed.size() == size)
                        .flatMap(signed -> contradicted(signed, root.get())));
        if (altered.isEmpty() && head.isPresent()) {
            lastGood = size;
        }
        return altered;
    }

    private Optional<TreeHead> at(long size) {
        if (next.isEmpty() && !exhausted) {
            next.addAll(store.headsAfter(read, BATCH));
            exhausted = next.isEmpty();
        }
        var head = next.peekFirst();
        if (head == null || head.size() != size) {
            return Optional.empty();
        }
        read = head.size();
        return Optional.of(next.removeFirst());
    }

    private Optional<Alteration> contradicted(TreeHead head, byte[] root) {
        if (!MessageDigest.isEqual(head.root(), root)) {
            return Optional.of(new Alteration(
                    Optional.empty(),
                    lastGood + 1,
                    "a record from " + (lastGood + 1) + " to " + head.size()
                            + " was changed together with its hash: the head that was signed at " + head.at()
                            + " has another root"));
        }
        if (head.size() - lastVerified >= SIGNATURE_EVERY) {
            lastVerified = head.size();
            return forged(head);
        }
        return Optional.empty();
    }

    private Optional<Alteration> forged(TreeHead head) {
        return head.isSignedBy(keys)
                ? Optional.empty()
                : Optional.of(new Alteration(
                        Optional.empty(), lastGood + 1, "the head of " + head.size() + " records was not signed here"));
    }

    /** What the newest heads say of records that are not there. */
    Optional<Alteration> beyond(long size, long head) {
        var newest = store.newestHead();
        return newest.flatMap(this::forged)
                .or(() -> kept.flatMap(this::forged))
                .or(() -> kept.filter(signed -> signed.size() > Math.max(size, head))
                        .map(signed -> new Alteration(
                                Optional.empty(),
                                Math.max(size, head) + 1,
                                "it was removed: the heads file has a head of " + signed.size()
                                        + " records, so the database was set back")));
    }
}
