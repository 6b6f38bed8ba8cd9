package org.mandate.authorization.integrity;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mandate.authorization.journal.CanonicalForm;
import org.mandate.authorization.journal.JournalEntry;
import org.mandate.authorization.journal.SealedRecords;

/** A log of some records as it is exported, with the key that signed it. */
final class SampleExport {

    final SigningKey key;
    final List<JournalEntry> entries = new ArrayList<>();
    final List<String> lines;
    private final MerkleTree tree;
    private final List<byte[]> leaves = new ArrayList<>();
    private final Map<String, CheckedLine> checked = new HashMap<>();
    private final LineCheck lineCheck = new LineCheck();

    SampleExport(long seed, int size) {
        this(seed, size, SigningKey.random());
    }

    SampleExport(long seed, int size, SigningKey key) {
        this(key, entries(seed, size));
    }

    private SampleExport(SigningKey key, List<JournalEntry> written) {
        this.key = key;
        entries.addAll(written);
        entries.forEach(entry -> leaves.add(Hashes.leaf(CanonicalForm.write(entry))));
        tree = TilesInMemory.of(leaves).read();
        lines = lines(1);
    }

    private static List<JournalEntry> entries(long seed, int size) {
        var records = new SealedRecords(seed);
        var entries = new ArrayList<JournalEntry>();
        for (var sequence = 1; sequence <= size; sequence++) {
            entries.add(records.next(sequence));
        }
        return entries;
    }

    /** A log that begins like this one, and was signed with the same key. */
    SampleExport rewrittenFrom(int sequence) {
        var written = new ArrayList<>(entries.subList(0, sequence - 1));
        written.addAll(entries(99, entries.size()).subList(sequence - 1, entries.size()));
        return new SampleExport(key, written);
    }

    /** Its lines from this sequence on, as if what was before had been retired. */
    List<String> lines(int first) {
        var writer = new LineWriter();
        var lines = new ArrayList<String>();
        for (var entry : entries.subList(first - 1, entries.size())) {
            lines.add(text(writer, entry, proof(entry.sequence(), first)));
        }
        return lines;
    }

    static String text(LineWriter writer, JournalEntry entry, Optional<TileProof> proof) {
        var out = new ByteArrayOutputStream();
        try {
            writer.write(entry, proof).writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    Optional<TileProof> proof(long sequence, long first) {
        if (sequence != first && (sequence - 1) % Tile.WIDTH != 0) {
            return Optional.empty();
        }
        var number = (sequence - 1) / Tile.WIDTH;
        var tile = Tile.empty();
        for (var i = number * Tile.WIDTH; i < Math.min(leaves.size(), (number + 1) * Tile.WIDTH); i++) {
            tile.add(leaves.get((int) i));
        }
        return Optional.of(new TileProof(
                tile,
                tree.inclusion(Tile.HEIGHT, number, leaves.size()),
                sequence == first ? Optional.of(head(leaves.size())) : Optional.empty()));
    }

    TreeHead head(int size) {
        return key.sign(size, tree.root(size), "2026-11-22T13:00:00Z");
    }

    Optional<Alteration> verify(List<String> altered, Optional<TreeHead> kept) {
        return verify(altered, kept, 1);
    }

    Optional<Alteration> verify(List<String> altered, Optional<TreeHead> kept, long first) {
        var check = new ExportCheck(
                List.of(key.publicHalf()), new KeptHeads(kept.stream().toList()), first);
        for (var line : altered) {
            var found = check.accept(checked(line));
            if (found.isPresent()) {
                return found;
            }
        }
        return check.end();
    }

    /** A line that nobody touched says the same each time. */
    private CheckedLine checked(String line) {
        return checked.computeIfAbsent(line, text -> {
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            return lineCheck.check(bytes, 0, bytes.length);
        });
    }
}
