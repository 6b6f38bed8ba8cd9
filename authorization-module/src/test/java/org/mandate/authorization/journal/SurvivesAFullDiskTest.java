package org.mandate.authorization.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A small disk that fills up. To have one of its own takes the right to mount it. */
@ParameterizedClass
@EnumSource(JournalDatabase.Kind.class)
class SurvivesAFullDiskTest {

    private static final Duration REFUSED_WITHIN = Duration.ofMillis(500);
    private static final Duration BACK_WITHIN = Duration.ofSeconds(5);
    private static final int DISK = 24 << 20;
    private static final int REFUSALS = 6;

    @Parameter
    JournalDatabase.Kind kind;

    private Path disk;
    private JournalDatabase database;
    private DecisionStore store;
    private GroupCommitJournal journal;

    @BeforeEach
    void start() throws IOException {
        disk = Files.createTempDirectory("small-disk");
        assumeTrue(
                ran("mount", "-t", "tmpfs", "-o", "size=" + DISK, "tmpfs", disk.toString()),
                "a small disk can be mounted by root alone, and not in every container");
        database = JournalDatabase.in(Files.createDirectory(disk.resolve("data")), kind);
        store = JournalDatabase.store(database.dataSource());
        journal = new GroupCommitJournal(JournalDatabase.defaults(), store, Clock.systemUTC());
        journal.start();
    }

    @AfterEach
    void stop() throws IOException {
        if (journal != null) {
            journal.stop();
            store.close();
            database.drop();
        }
        ran("umount", "-l", disk.toString());
        Files.deleteIfExists(disk);
    }

    @Test
    void refusesWhileTheDiskIsFullAndIsBackSoonAfterThereIsRoom() throws IOException {
        var acknowledged = new ArrayList<>(recorded(200));
        fill();
        acknowledged.addAll(untilRefused());
        for (var i = 0; i < REFUSALS; i++) {
            var began = System.nanoTime();
            assertThatThrownBy(() -> Decisions.into(journal).record(50)).isInstanceOf(DecisionNotRecorded.class);
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThanOrEqualTo(REFUSED_WITHIN);
        }

        Files.delete(disk.resolve("filler"));

        var began = System.nanoTime();
        acknowledged.addAll(Awaitility.await()
                .atMost(BACK_WITHIN)
                .pollInterval(Duration.ofMillis(20))
                .ignoreExceptions()
                .until(() -> Decisions.into(journal).record(10), ids -> !ids.isEmpty()));
        System.out.printf("%s: back after %s%n", kind, Duration.ofNanos(System.nanoTime() - began));
        assertThat(journal.lastFailure()).isEmpty();
        assertThat(acknowledged)
                .allSatisfy(id -> assertThat(store.records().byId(id)).isPresent());
        assertThat(database.sql()
                        .sql("select max(sequence) - count(*) from journal_record")
                        .query(Long.class)
                        .single())
                .as("the sequence stays dense")
                .isZero();
    }

    private List<String> recorded(int times) {
        return Awaitility.await()
                .ignoreExceptions()
                .until(() -> Decisions.into(journal).record(times), ids -> ids.size() == times);
    }

    private List<String> untilRefused() {
        var recorded = new ArrayList<String>();
        try {
            while (true) {
                recorded.addAll(Decisions.into(journal).record(50));
            }
        } catch (DecisionNotRecorded full) {
            return recorded;
        }
    }

    /** All but a little, so that it is the journal that meets the end. */
    private void fill() throws IOException {
        var room = disk.toFile().getUsableSpace();
        Files.write(disk.resolve("filler"), new byte[(int) Math.max(0, room - (256 << 10))]);
    }

    private static boolean ran(String... command) {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
