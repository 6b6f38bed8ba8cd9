package org.mandate.authorization.integrity;

import java.security.MessageDigest;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import org.mandate.authorization.journal.CanonicalForm;
import org.mandate.authorization.journal.JournalRecords;
import org.mandate.authorization.journal.MalformedRecord;
import org.mandate.authorization.journal.Stored;
import org.mandate.authorization.journal.StoredRow;

/** Compares stored records with the leaf hashes that the tree has of them. */
final class RecordCheck {

    private final JournalRecords records;
    private final LongFunction<Tile> leaves;

    /** @param leaves the tiles of leaf hashes by number */
    RecordCheck(JournalRecords records, LongFunction<Tile> leaves) {
        this.records = records;
        this.leaves = leaves;
    }

    /**
     * Compare.
     * @param sound told the leaf hash of each record that is as it was, in order, up to the first that is not
     */
    Optional<Alteration> check(long after, long upTo, Consumer<byte[]> sound) {
        var pass = new Pass(after, sound);
        // One more than there are: a record that was added beside another has the same sequence.
        records.inspect(after, (int) (upTo - after) + 1, row -> {
            if (row.stored().sequence() <= upTo) {
                pass.look(row);
            }
        });
        return pass.found.or(() -> pass.expected <= upTo ? Optional.of(missing(pass.expected)) : Optional.empty());
    }

    private static Alteration missing(long sequence) {
        return new Alteration(Optional.empty(), sequence, "it was removed");
    }

    /** The id in the record's own bytes. */
    static Optional<String> id(Stored stored) {
        try {
            return Optional.of(CanonicalForm.read(stored).id());
        } catch (MalformedRecord e) {
            return Optional.empty();
        }
    }

    private final class Pass {

        private final Consumer<byte[]> sound;
        private long expected;
        private Optional<Alteration> found = Optional.empty();
        private long number = -1;
        private Tile tile = Tile.empty();

        Pass(long after, Consumer<byte[]> sound) {
            this.expected = after + 1;
            this.sound = sound;
        }

        void look(StoredRow row) {
            if (found.isEmpty()) {
                found = fault(row);
                expected++;
            }
        }

        private Optional<Alteration> fault(StoredRow row) {
            var stored = row.stored();
            if (stored.sequence() > expected) {
                return Optional.of(missing(expected));
            }
            if (stored.sequence() < expected) {
                return altered(stored, "it was added: another record has this place");
            }
            var leaf = Hashes.leaf(stored.canonical());
            if (!MessageDigest.isEqual(leaf, expectedHash())) {
                return altered(stored, "it was changed: its bytes do not have the hash that the tree has of it");
            }
            var beside = row.fault();
            if (beside.isPresent()) {
                return altered(stored, beside.get());
            }
            sound.accept(leaf);
            return Optional.empty();
        }

        private byte[] expectedHash() {
            var index = expected - 1;
            if (index / Tile.WIDTH != number) {
                number = index / Tile.WIDTH;
                tile = leaves.apply(number);
            }
            var offset = (int) (index % Tile.WIDTH);
            return offset < tile.count() ? tile.hash(offset) : new byte[0];
        }

        private Optional<Alteration> altered(Stored stored, String fault) {
            return Optional.of(new Alteration(id(stored), stored.sequence(), fault));
        }
    }
}
