package org.mandate.authorization.integrity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;
import org.mandate.authorization.AccessRuleViolated;
import org.mandate.authorization.journal.RecordedJournal;
import org.mandate.authorization.journal.Rounds;
import org.mandate.identity.SealingKey;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@ParameterizedClass
@ValueSource(strings = {"H2", "POSTGRES"})
class KeepsTheJournalsTreeTest {

    private static final Base64.Decoder BASE64 = Base64.getDecoder();
    private static final int SIZE = 700;

    @Parameter
    String kind;

    @TempDir
    Path directory;

    private RecordedJournal journal;
    private JournalIntegrity integrity;

    @BeforeEach
    void record() {
        journal = new RecordedJournal(kind, "V40__integrity.sql");
        integrity = node("heads.ndjson");
        journal.record(SIZE);
    }

    @AfterEach
    void close() {
        journal.close();
    }

    private JournalIntegrity node(String file) {
        return new JournalIntegrity(
                journal.records(),
                journal.sql(),
                new TransactionTemplate(new DataSourceTransactionManager(journal.dataSource())),
                SealingKey.of(new byte[32]),
                directory.resolve(file).toString(),
                RecordedJournal.clock());
    }

    private TreeHead grown() {
        while (!integrity.growth().covers(integrity.growth().committed())) {
            integrity
                    .growth()
                    .step()
                    .ifPresent(head ->
                            new HeadsFile(directory.resolve("heads.ndjson").toString()).append(head));
        }
        return integrity.store().newestHead().orElseThrow();
    }

    @Test
    void signsWhatWasRecordedAndProvesEachRecord() {
        var first = grown();
        var id = journal.record(300).get(299);
        var second = grown();

        assertThat(first.size()).isEqualTo(SIZE);
        assertThat(second.size()).isEqualTo(1000);
        assertThat(second.isSignedBy(integrity.keys().own())).isTrue();
        var queries = integrity.queries(journal.records()::byId);
        var proof = queries.handle(new FindInclusion(id)).proof().orElseThrow();
        assertThat(proof.leafIndex()).isEqualTo(999);
        assertThat(proof.rootHash()).isEqualTo(second.rootHash());
        assertThat(ProofCheck.inclusion(
                        proof.leafIndex(),
                        proof.treeSize(),
                        Hashes.leaf(BASE64.decode(proof.leafInput())),
                        proof.path().stream().map(BASE64::decode).toList(),
                        second.root()))
                .isTrue();
        var consistency = queries.handle(new FindConsistency(first.size(), second.size()));
        assertThat(ProofCheck.consistency(
                        first.size(),
                        second.size(),
                        first.root(),
                        second.root(),
                        consistency.path().stream().map(BASE64::decode).toList()))
                .isTrue();
        assertThat(queries.handle(new FindInclusion("nobody")).known()).isFalse();
        assertThatThrownBy(() -> queries.handle(new FindConsistency(5, 2000)))
                .isInstanceOf(AccessRuleViolated.class)
                .hasMessageContaining("1000");
    }

    @Test
    void goesOnWhereAnotherNodeLeftOff() {
        grown();
        journal.record(100);
        var other = node("other.ndjson");
        assertThat(other.growth().step())
                .hasValueSatisfying(head -> assertThat(head.size()).isEqualTo(800));
        journal.record(100);

        assertThat(grown().size()).isEqualTo(900);
        assertThat(integrity.walk().run(position -> {})).isEqualTo(sound(900));
    }

    @Test
    void holdsBackRetentionFromWhatItHasNotTakenIn() {
        assertThat(integrity.hold().released()).isZero();

        grown();
        journal.record(100);

        assertThat(integrity.hold().released()).isEqualTo(SIZE);
    }

    @Test
    void signsWithinASecondByItself() {
        var follower = integrity.follower();
        var rounds = new Rounds("journal-tree", "the tree cannot be kept up", follower);
        rounds.start();
        try {
            await().atMost(Duration.ofSeconds(10)).until(() -> follower.size() == SIZE);
            var began = System.nanoTime();
            journal.record(1);
            await().pollInterval(Duration.ofMillis(10))
                    .atMost(Duration.ofSeconds(10))
                    .until(() -> follower.size() == SIZE + 1);
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThanOrEqualTo(Duration.ofSeconds(1));
            assertThat(follower.faults()).isEmpty();
        } finally {
            rounds.stop();
        }
        assertThat(new HeadsFile(directory.resolve("heads.ndjson").toString()).unread())
                .containsExactly(integrity.store().newestHead().orElseThrow());
    }

    private static JournalVerdict sound(long decisions) {
        return new JournalVerdict(true, decisions, Optional.empty(), Optional.empty());
    }

    private Alteration found() {
        return integrity.walk().run(position -> {}).first().orElseThrow();
    }

    @Test
    void namesARecordThatWasChanged() {
        grown();
        var id = journal.records().at(List.of(411L)).get(0);
        var bytes = id.canonical().clone();
        bytes[60] ^= 1;
        journal.sql()
                .sql("update journal_record set payload = ? where sequence = 411")
                .param(bytes)
                .update();

        assertThat(found().sequence()).isEqualTo(411);
        assertThat(found().id()).isPresent();
        assertThat(found().fault()).startsWith("it was changed");
    }

    /** What stands beside the bytes finds a record, so it must not lead to another or to none. */
    @Test
    void namesARecordWhoseColumnsWereChanged() {
        grown();
        journal.sql()
                .sql("update journal_record set made_at = made_at + 1 where sequence = 300")
                .update();
        assertThat(found().sequence()).isEqualTo(300);
        assertThat(found().id()).isPresent();
        assertThat(found().fault()).contains("`made_at`");

        journal.sql()
                .sql("update journal_record set id = '00000000-0000-0000-0000-000000000001' where sequence = 299")
                .update();
        assertThat(found().sequence()).isEqualTo(299);
        assertThat(found().fault()).contains("`id`");
    }

    @Test
    void namesARecordThatWasRemoved() {
        grown();
        journal.sql().sql("delete from journal_record where sequence = 257").update();

        assertThat(found()).isEqualTo(new Alteration(Optional.empty(), 257, "it was removed"));
    }

    @Test
    void namesTheEndThatWasCut() {
        grown();
        journal.sql().sql("delete from journal_record where sequence > 690").update();
        journal.sql().sql("update journal_head set last_sequence = 690").update();

        assertThat(found().sequence()).isEqualTo(691);
    }

    @Test
    void namesRecordsThatChangedPlaces() {
        grown();
        swap(100, 200);

        assertThat(found().sequence()).isEqualTo(100);
    }

    private void swap(int one, int other) {
        var rename = "update journal_record set sequence = ? where sequence = ?";
        journal.sql().sql(rename).params(-1, one).update();
        journal.sql().sql(rename).params(one, other).update();
        journal.sql().sql(rename).params(other, -1).update();
    }

    @Test
    void namesARecordThatWasAdded() {
        grown();
        journal.sql().sql("""
                        insert into journal_record (sequence, id, made_at, payload)
                        select 701, '00000000-0000-0000-0000-000000000001', made_at + 1, payload
                        from journal_record where sequence = 5
                        """).update();

        assertThat(found().sequence()).isEqualTo(701);
        assertThat(found().fault()).startsWith("it was added");
    }

    /** Whoever changes the hashes too still lacks the key. */
    @Test
    void namesTheStretchWhereTheTreeWasChangedWithTheRecord() {
        grown();
        journal.record(50);
        grown();
        var bytes = journal.records().at(List.of(720L)).get(0).canonical().clone();
        bytes[60] ^= 1;
        journal.sql()
                .sql("update journal_record set payload = ? where sequence = 720")
                .param(bytes)
                .update();
        var tile = integrity.store().tile(new TileId(0, 2)).bytes();
        System.arraycopy(Hashes.leaf(bytes), 0, tile, (719 - 512) * 32, 32);
        journal.sql()
                .sql("update journal_tile set hashes = ? where level = 0 and tile = 2")
                .param(tile)
                .update();

        assertThat(found().sequence()).isEqualTo(701);
        assertThat(found().fault()).contains("from 701 to 750");
        journal.record(1);
        assertThatThrownBy(() -> integrity.growth().step()).isInstanceOf(TreeFault.class);
    }

    @Test
    void noticesADatabaseThatWasSetBack() {
        grown();
        journal.record(10);
        grown();
        journal.sql().sql("delete from journal_record where sequence > 700").update();
        journal.sql().sql("update journal_head set last_sequence = 700").update();
        journal.sql().sql("update journal_tree set size = 700").update();
        journal.sql().sql("delete from journal_tree_head where size > 700").update();
        var tile = integrity.store().tile(new TileId(0, 2)).first(700 - 512).bytes();
        journal.sql()
                .sql("update journal_tile set hashes = ? where level = 0 and tile = 2")
                .param(tile)
                .update();

        assertThat(found().sequence()).isEqualTo(701);
        assertThat(found().fault()).contains("set back");
        assertThatThrownBy(() -> integrity.patrol().goOn()).hasMessageContaining("set back");
    }

    @Test
    void findsAlterationsWithoutBeingAsked() {
        grown();
        var patrol = integrity.patrol();
        patrol.goOn();
        journal.sql().sql("delete from journal_record where sequence = 600").update();

        assertThatThrownBy(() -> {
                    for (var round = 0; round < 3; round++) {
                        patrol.goOn();
                    }
                })
                .hasMessageContaining("record 600");
    }

    @Test
    void keepsProvingWhatRetentionLeaves() throws IOException {
        var old = grown();
        journal.record(100);
        grown();
        journal.sql().sql("delete from journal_record where sequence <= 300").update();
        journal.sql()
                .sql(
                        "insert into journal_retired (first_sequence, last_sequence, last_made_at, at) values (1, 300, 0, 0)")
                .update();

        var verdict = integrity.walk().run(position -> {});
        assertThat(verdict)
                .isEqualTo(new JournalVerdict(true, 500, Optional.of(new Retired(1, 300)), Optional.empty()));
        var out = new ByteArrayOutputStream();
        var lines = integrity.lines().whole(301, 800).orElseThrow();
        journal.records().read(300, 500, stored -> write(lines, stored, out));
        assertThat(verified(out.toString(StandardCharsets.UTF_8), Optional.of(old), 301))
                .isEmpty();
        assertThat(verified(out.toString(StandardCharsets.UTF_8), Optional.of(old), 1))
                .hasValueSatisfying(found -> assertThat(found.sequence()).isEqualTo(1));
    }

    private void write(
            ExportLines.Lines lines, org.mandate.authorization.journal.Stored stored, ByteArrayOutputStream out) {
        try {
            lines.write(journal.records().open(stored), out);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Optional<Alteration> verified(String export, Optional<TreeHead> kept, long first) {
        var check = new ExportCheck(
                integrity.keys().own(), new KeptHeads(kept.stream().toList()), first);
        var lineCheck = new LineCheck();
        for (var line : export.split("\n")) {
            var bytes = line.getBytes(StandardCharsets.UTF_8);
            var found = check.accept(lineCheck.check(bytes, 0, bytes.length));
            if (found.isPresent()) {
                return found;
            }
        }
        return check.end();
    }

    @Test
    void signsWithANewKeyAfterRotationAndStillTrustsTheOld() {
        var before = grown();
        integrity.keys().decide(new RotateJournalKeys());
        journal.record(1);
        var after = grown();

        assertThat(after.keyId()).isNotEqualTo(before.keyId());
        var keys = integrity.keys().handle(new FindJournalKeys());
        assertThat(keys).extracting(JournalKey::keyId).contains(before.keyId(), after.keyId());
        assertThat(keys.stream().filter(key -> key.until().isEmpty())).hasSize(1);
        assertThat(before.isSignedBy(integrity.keys().own())).isTrue();
        assertThat(after.isSignedBy(integrity.keys().own())).isTrue();
        assertThat(integrity.walk().run(position -> {})).isEqualTo(sound(SIZE + 1));
    }

    @Test
    void passesOverALineThatACrashCutShort() throws IOException {
        var head = grown();
        var path = directory.resolve("heads.ndjson");
        Files.writeString(path, "{\"size\":70", StandardOpenOption.APPEND);

        assertThat(new HeadsFile(path.toString()).unread()).containsExactly(head);
        assertThat(new HeadsFile("none").unread()).isEmpty();
    }
}
