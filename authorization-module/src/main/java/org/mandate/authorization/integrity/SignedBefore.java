package org.mandate.authorization.integrity;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was signed before, in the database and outside of it, held against the tree before anything new is signed. What it
 * once found it does not forget while the node runs, and finds again at the next start: the heads are still there.
 */
final class SignedBefore {

    private static final Logger LOG = LoggerFactory.getLogger(SignedBefore.class);

    private final TreeStore store;
    private final SigningKeys keys;
    private final HeadsFile file;
    private final List<TreeHead> unchecked = new ArrayList<>();
    private Optional<TreeHead> largest = Optional.empty();
    private Optional<Alteration> found = Optional.empty();
    /** The last head whose signature was seen to be ours. */
    private @Nullable TreeHead trusted;

    private boolean begun;

    SignedBefore(TreeStore store, SigningKeys keys, HeadsFile file) {
        this.store = store;
        this.keys = keys;
        this.file = file;
    }

    /** Takes in what the file has got since. Before the tree is locked: what is in the file by then is in the tree. */
    synchronized void read() {
        for (var head : file.unread()) {
            // Of no record nothing can be changed.
            if (head.size() > 0) {
                unchecked.add(head);
                largest = largest.filter(known -> known.size() >= head.size()).or(() -> Optional.of(head));
            }
        }
    }

    /** The largest head outside of the database. */
    synchronized Optional<TreeHead> largest() {
        return largest;
    }

    /** Something was found, so that the tree grows no more. */
    synchronized boolean isContradicted() {
        return found.isPresent();
    }

    /** This node has just signed it, so it need not be verified when it is met again. */
    synchronized void signed(TreeHead head) {
        trusted = head;
    }

    /**
     * What contradicts them in the tree of this size, whose lock the caller has.
     * @param recorded the records that the journal had when the file had been read
     */
    synchronized Optional<Alteration> contradiction(long size, long recorded) {
        found = found.or(() -> contradicted(size, recorded));
        return found;
    }

    private Optional<Alteration> contradicted(long size, long recorded) {
        var tree = store.tree();
        var newest = store.newestHead();
        var strange = unchecked.stream()
                .filter(head -> !Objects.equals(head, trusted))
                .toList();
        var contradicted = foreign(strange)
                .or(() -> outside(tree, size, recorded))
                .or(() -> newest.isEmpty() ? emptied(size) : inside(tree, newest.get(), size));
        if (contradicted.isEmpty()) {
            unchecked.clear();
            trusted = newest.orElse(null);
            newest.ifPresent(this::begin);
        }
        return contradicted;
    }

    private Optional<Alteration> foreign(List<TreeHead> strange) {
        var own = strange.isEmpty() ? List.<PublicHalf>of() : keys.own();
        return strange.stream()
                .filter(head -> !head.isSignedBy(own))
                .findFirst()
                .flatMap(head -> altered(
                        1,
                        "the heads file has a head of " + head.size() + " records of " + head.at()
                                + " that no key of this database has signed: one of the two was exchanged"));
    }

    private Optional<Alteration> outside(MerkleTree tree, long size, long recorded) {
        var smallestFirst = new ArrayList<>(unchecked);
        largest.filter(head -> !unchecked.contains(head)).ifPresent(smallestFirst::add);
        smallestFirst.sort(Comparator.comparingLong(TreeHead::size));
        return smallestFirst.stream()
                .map(head -> outside(tree, head, size, recorded))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<Alteration> outside(MerkleTree tree, TreeHead head, long size, long recorded) {
        if (head.size() > size) {
            return altered(
                    size + 1,
                    "the heads file has a head of " + head.size() + " records of " + head.at() + ", the tree has "
                            + size + " and the journal " + recorded + ": the database was set back");
        }
        return MessageDigest.isEqual(tree.root(head.size()), head.root())
                ? Optional.empty()
                : altered(
                        1,
                        "the tree's first " + head.size() + " records are not those of the head of " + head.at()
                                + " in the heads file");
    }

    private Optional<Alteration> inside(MerkleTree tree, TreeHead newest, long size) {
        if (!Objects.equals(newest, trusted) && !newest.isSignedBy(keys.own())) {
            return altered(1, "the head of " + newest.size() + " records in the database was not signed here");
        }
        return newest.size() == size && MessageDigest.isEqual(tree.root(size), newest.root())
                ? Optional.empty()
                : altered(
                        1,
                        "the stored tree of " + size + " records is not the one that was signed at " + newest.at()
                                + " for " + newest.size());
    }

    /** A first head is signed in the transaction that makes the first key, so one is not there without the other. */
    private Optional<Alteration> emptied(long size) {
        return size > 0 || largest.isPresent() || !keys.own().isEmpty()
                ? altered(1, "the heads that were signed of the tree were removed from the database")
                : Optional.empty();
    }

    private void begin(TreeHead newest) {
        if (!begun && largest.isEmpty() && newest.size() > 0) {
            file.place()
                    .ifPresent(place -> LOG.warn(
                            "`{}` has no tree head, the database has one of {} records: the file begins anew, and until"
                                    + " then only the database says what was signed",
                            place,
                            newest.size()));
        }
        begun = true;
    }

    private static Optional<Alteration> altered(long sequence, String fault) {
        return Optional.of(new Alteration(Optional.empty(), sequence, fault));
    }
}
