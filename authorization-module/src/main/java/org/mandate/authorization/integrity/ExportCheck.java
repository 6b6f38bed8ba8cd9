package org.mandate.authorization.integrity;

import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Follows an export line by line, in order. Its first line brings a signed head of all of it, each tile's first line the
 * hashes that the tile's records must have: so the first record that is not what was signed is known exactly.
 */
final class ExportCheck {

    private final List<PublicHalf> keys;
    private final KeptHeads kept;
    private final Deque<TreeHead> ahead;
    private final long first;
    private long expected;
    private @Nullable TreeHead head;
    private Tile tile = Tile.empty();
    private Frontier frontier = new Frontier();
    private int met;
    private long lastMet;

    /**
     * @param kept the heads that the auditor kept
     * @param first where the export may begin
     */
    ExportCheck(List<PublicHalf> keys, KeptHeads kept, long first) {
        this.keys = keys;
        this.kept = kept;
        this.ahead = kept.heads().stream()
                .filter(head -> head.size() >= first - 1)
                .collect(Collectors.toCollection(ArrayDeque::new));
        this.first = first;
        this.expected = first;
    }

    /** The number of records that were accepted. */
    long records() {
        return expected - first;
    }

    long last() {
        return expected - 1;
    }

    /** All kept heads were reached, and have the roots that these records give. */
    boolean keptMet() {
        return met == kept.heads().size();
    }

    Optional<Alteration> accept(CheckedLine line) {
        var fault = line.fault()
                .or(() -> place(line))
                .or(() -> head == null ? begin(line) : Optional.empty())
                .or(() -> startOfTile(line))
                .or(() -> hash(line));
        if (fault.isPresent()) {
            return fault.map(text -> new Alteration(line.id(), expected, text));
        }
        var altered = grow(line);
        expected++;
        return altered;
    }

    private Optional<String> place(CheckedLine line) {
        if (line.sequence() == expected) {
            return Optional.empty();
        }
        return Optional.of(
                line.sequence() > expected
                        ? "record " + expected + " is missing here: " + line.sequence() + " stands in its place"
                        : "record " + line.sequence() + " stands here again, or out of its order");
    }

    private Optional<String> begin(CheckedLine line) {
        var brought = line.proof().flatMap(TileProof::head);
        if (brought.isEmpty()) {
            return Optional.of(
                    "the export brings no signed head: it is a filtered one, or what it begins with was removed");
        }
        var signed = brought.get();
        if (!signed.isSignedBy(keys)) {
            return Optional.of("the head that the export brings was not signed with the public key");
        }
        if (signed.size() < expected) {
            return Optional.of("the head that the export brings does not cover it");
        }
        head = signed;
        return Optional.empty();
    }

    private Optional<String> startOfTile(CheckedLine line) {
        var begins = expected == first || (expected - 1) % Tile.WIDTH == 0;
        if (!begins) {
            return line.proof().map(none -> "a proof was added to it");
        }
        if (line.proof().isEmpty()) {
            return Optional.of("its proof is missing: it is not the record that begins its tile");
        }
        if (expected != first && line.proof().get().head().isPresent()) {
            return Optional.of("a head was added to it");
        }
        return proof(line.proof().get());
    }

    private Optional<String> proof(TileProof proof) {
        var signed = signedHead();
        var number = (expected - 1) / Tile.WIDTH;
        var count = Math.min(Tile.WIDTH, signed.size() - number * Tile.WIDTH);
        var proved = proof.leaves().count() == count
                && proof.root(number, signed.size())
                        .filter(root -> MessageDigest.isEqual(root, signed.root()))
                        .isPresent();
        if (!proved) {
            return Optional.of("its proof does not lead to the signed head");
        }
        tile = proof.leaves();
        if (expected == first) {
            frontier = before(number, proof);
        }
        return Optional.empty();
    }

    private TreeHead signedHead() {
        if (head == null) {
            throw new IllegalStateException("no head yet");
        }
        return head;
    }

    /** What is left of the export in the tree: the path has its roots. */
    private Frontier before(long number, TileProof proof) {
        var left = new ArrayList<byte[]>();
        var path = proof.path();
        var from = 0L;
        var to = (signedHead().size() + Tile.WIDTH - 1) / Tile.WIDTH;
        for (var depth = path.size() - 1; to - from > 1; depth--) {
            var middle = from + Long.highestOneBit(to - from - 1);
            if (number < middle) {
                to = middle;
            } else {
                left.add(path.get(depth));
                from = middle;
            }
        }
        var before = new Frontier(number * Tile.WIDTH, left);
        for (var i = 0; before.size() < first - 1; i++) {
            before.append(proof.leaves().hash(i));
        }
        return before;
    }

    private Optional<String> hash(CheckedLine line) {
        var offset = (int) ((expected - 1) % Tile.WIDTH);
        if (offset >= tile.count()) {
            return Optional.of("it was added: the head that the export brings ends before it");
        }
        return line.leafHash() != null && MessageDigest.isEqual(line.leafHash(), tile.hash(offset))
                ? Optional.empty()
                : Optional.of("it is not the record that was written here: its hash is not the one in the signed tree");
    }

    private Optional<Alteration> grow(CheckedLine line) {
        var altered = frontier.size() == first - 1 ? kept() : Optional.<Alteration>empty();
        if (line.leafHash() != null) {
            frontier.append(line.leafHash());
        }
        return altered.or(this::kept);
    }

    /** Compares with the kept heads that the export has come to. */
    private Optional<Alteration> kept() {
        while (!ahead.isEmpty() && ahead.getFirst().size() == frontier.size()) {
            var before = ahead.removeFirst();
            if (!MessageDigest.isEqual(before.root(), frontier.root())) {
                return Optional.of(other(before));
            }
            met++;
            lastMet = before.size();
        }
        return Optional.empty();
    }

    /** A head tells that its records are others, and of two heads the one that fits where they begin to be. */
    private Alteration other(TreeHead before) {
        var from = Math.min(lastMet + 1, before.size());
        var which = from == before.size()
                ? "this is another record"
                : "at least one of the records " + from + " to " + before.size() + " is another, and "
                        + (lastMet == 0
                                ? "this head cannot tell which: one that was kept earlier narrows it down"
                                : "the first " + lastMet + " are those of the head that was kept before");
        return new Alteration(
                Optional.empty(),
                from,
                before.size(),
                "this is not the log that the kept head of " + before.at() + " was signed for, though the head that the"
                        + " export brings is signed as well: " + which);
    }

    /** What is missing at the end. */
    Optional<Alteration> end() {
        if (head == null) {
            return Optional.of(new Alteration(Optional.empty(), first, "it is missing: the export is empty"));
        }
        var covered = Math.max(head.size(), kept.largest().map(TreeHead::size).orElse(0L));
        if (last() >= covered) {
            return Optional.empty();
        }
        var by = last() < head.size() ? "the head that the export brings" : "the kept head";
        return Optional.of(
                new Alteration(Optional.empty(), expected, "it is missing: " + by + " covers " + covered + " records"));
    }
}
