package org.mandate.authorization.integrity;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mandate.authorization.journal.CanonicalForm;
import org.mandate.authorization.journal.JournalEntry;
import org.mandate.authorization.journal.SealedRecords;

/** A figure, not a test: how many records of an export the verifier takes in a second. Run it by name. */
class VerifySpeedRun {

    private static final int RECORDS = Integer.getInteger("mandate.verify.records", 400_000);
    private static final int ROUNDS = 8;
    private static final OperatingSystemMXBean CPU =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    @TempDir
    Path directory;

    @Test
    void verifies() throws IOException {
        var key = SigningKey.random();
        var export = directory.resolve("export.ndjson");
        write(export, key);
        var pem = directory.resolve("key.pem");
        Files.writeString(
                pem,
                new JournalKey("", key.publicHalf().raw(), java.time.Instant.EPOCH, java.util.Optional.empty()).pem());
        System.out.println(RECORDS + " records, " + Files.size(export) / RECORDS + " bytes each, "
                + Runtime.getRuntime().availableProcessors() + " processors");
        for (var round = 1; round <= ROUNDS; round++) {
            var began = System.nanoTime();
            var cpu = CPU.getProcessCpuTime();
            var exit = new OfflineVerifier(System.out, System.err)
                    .run(List.of("--export", export.toString(), "--public-key", pem.toString()));
            var seconds = (System.nanoTime() - began) / 1e9;
            assertThat(exit).isZero();
            System.out.printf(
                    "round %d: %.2f s, %.0f records/s, %.1f us of processor time a record%n",
                    round, seconds, RECORDS / seconds, (CPU.getProcessCpuTime() - cpu) / 1e3 / RECORDS);
        }
    }

    /** Twice through the same records, since the first line already needs the head of all. */
    private static void write(Path export, SigningKey key) throws IOException {
        var tiles = new TilesInMemory();
        var records = new SealedRecords(1);
        for (var sequence = 1; sequence <= RECORDS; sequence++) {
            tiles.tree.append(Hashes.leaf(CanonicalForm.write(records.next(sequence))));
        }
        var tree = tiles.read();
        var head = key.sign(RECORDS, tree.root(RECORDS), "2026-11-22T13:00:00Z");
        var writer = new LineWriter();
        var again = new SealedRecords(1);
        try (var out = new BufferedOutputStream(Files.newOutputStream(export), 1 << 16)) {
            for (var sequence = 1; sequence <= RECORDS; sequence++) {
                JournalEntry entry = again.next(sequence);
                var begins = (sequence - 1) % Tile.WIDTH == 0;
                var proof = begins
                        ? java.util.Optional.of(tiles.proof((sequence - 1) / Tile.WIDTH, RECORDS, head, sequence == 1))
                        : java.util.Optional.<TileProof>empty();
                writer.write(entry, proof).writeTo(out);
                out.write('\n');
            }
        }
    }
}
