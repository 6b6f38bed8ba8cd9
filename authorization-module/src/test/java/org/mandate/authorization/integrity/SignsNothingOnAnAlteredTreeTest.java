package org.mandate.authorization.integrity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;
import org.mandate.authorization.journal.RecordedJournal;
import org.mandate.identity.SealingKey;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Whoever has the database alone does not make the server sign what was made of it, however often it is started. */
@ParameterizedClass
@ValueSource(strings = {"H2", "POSTGRES"})
class SignsNothingOnAnAlteredTreeTest {

    @Parameter
    String kind;

    @TempDir
    Path directory;

    private RecordedJournal journal;

    @BeforeEach
    void record() {
        journal = new RecordedJournal(kind, "V40__integrity.sql");
        var node = node();
        journal.record(600);
        grow(node);
        journal.record(100);
        grow(node);
    }

    @AfterEach
    void close() {
        journal.close();
    }

    private Path file() {
        return directory.resolve("heads.ndjson");
    }

    /** As it is after a start. */
    private JournalIntegrity node() {
        return node(file().toString());
    }

    private JournalIntegrity node(String file) {
        return new JournalIntegrity(
                journal.records(),
                journal.sql(),
                new TransactionTemplate(new DataSourceTransactionManager(journal.dataSource())),
                SealingKey.of(new byte[32]),
                file,
                RecordedJournal.clock());
    }

    private static void grow(JournalIntegrity node) {
        var follower = node.follower();
        while (!node.growth().covers(node.growth().committed())) {
            follower.round();
            assertThat(follower.faults()).isEmpty();
        }
    }

    private void sql(String sql, Object... params) {
        journal.sql().sql(sql).params(params).update();
    }

    /** All that can be computed without the key. */
    private void forge(int sequence) {
        var bytes = journal.records()
                .at(List.of((long) sequence))
                .get(0)
                .canonical()
                .clone();
        bytes[60] ^= 1;
        sql("update journal_record set payload = ? where sequence = ?", bytes, sequence);
        var store = node().store();
        var number = (sequence - 1) / Tile.WIDTH;
        var leaves = store.tile(new TileId(0, number)).bytes();
        System.arraycopy(Hashes.leaf(bytes), 0, leaves, (sequence - 1) % Tile.WIDTH * Hashes.BYTES, Hashes.BYTES);
        sql("update journal_tile set hashes = ? where level = 0 and tile = ?", leaves, number);
        var roots = store.tile(new TileId(1, 0)).bytes();
        System.arraycopy(new Tile(leaves).root(0, Tile.HEIGHT), 0, roots, number * Hashes.BYTES, Hashes.BYTES);
        sql("update journal_tile set hashes = ? where level = 1 and tile = 0", roots);
    }

    /** The rows of an older time: what the server itself wrote when the journal was of this length. */
    private void setBack(int size) {
        var last = size / Tile.WIDTH;
        var leaves = node().store().tile(new TileId(0, last)).first(size % Tile.WIDTH);
        sql("delete from journal_record where sequence > ?", size);
        sql("update journal_head set last_sequence = ?", size);
        sql("update journal_tree set size = ?", size);
        sql("delete from journal_tree_head where size > ?", size);
        sql("update journal_tile set hashes = ? where level = 0 and tile = ?", leaves.bytes(), last);
    }

    /** Started again and again, and with new records: nothing more is signed, and it is said. */
    private void signsNothing(String reason) throws IOException {
        var heads = heads();
        var lines = Files.exists(file()) ? Files.readString(file()) : "";
        for (var start = 0; start < 2; start++) {
            var node = node();
            var follower = node.follower();
            for (var round = 0; round < 3; round++) {
                follower.round();
                assertThat(follower.faults())
                        .anySatisfy(fault -> assertThat(fault).contains(reason));
                journal.record(1);
            }
            assertThatThrownBy(() -> node.growth().step())
                    .isInstanceOf(TreeFault.class)
                    .hasMessageContaining(reason);
            assertThat(node.walk().run(position -> {}).ok()).isFalse();
            assertThat(node.lines().whole(1, node.store().size())).isEmpty();
        }
        assertThat(heads()).isEqualTo(heads);
        assertThat(Files.exists(file()) ? Files.readString(file()) : "").isEqualTo(lines);
    }

    private List<TreeHead> heads() {
        return node().store().headsAfter(-1, 1000);
    }

    @Test
    void whereARecordItsHashesAndTheTableOfHeadsWereChanged() throws IOException {
        forge(300);
        sql("delete from journal_tree_head");

        signsNothing("the tree's first 700 records are not those of the head");
    }

    @Test
    void whereNothingOutsideOfTheDatabaseTells() throws IOException {
        forge(300);
        sql("delete from journal_tree_head");
        Files.delete(file());

        signsNothing("were removed from the database");
    }

    @Test
    void whereAHeadWasMadeUpForTheChangedTree() throws IOException {
        forge(300);
        Files.delete(file());
        var root = node().store().tree().root(700);
        var forged = SigningKey.random().sign(700, root, "2026-11-22T12:00:00Z");
        sql(
                "update journal_tree_head set root_hash = ?, signature = ? where size = 700",
                forged.rootHash(),
                forged.signature());

        signsNothing("was not signed here");
    }

    @Test
    void whereTheWholeTreeWasEmptied() throws IOException {
        forge(300);
        sql("delete from journal_tree_head");
        sql("delete from journal_tile");
        sql("update journal_tree set size = 0");
        Files.delete(file());

        signsNothing("were removed from the database");
    }

    @Test
    void whereTheDatabaseWasSetBack() throws IOException {
        setBack(600);

        signsNothing("the database was set back");
    }

    @Test
    void whereTheDatabaseWasSetBackAndHasGrownSince() throws IOException {
        setBack(600);
        journal.record(200);
        grow(node(directory.resolve("other.ndjson").toString()));

        signsNothing("the tree's first 700 records are not those of the head");
    }

    /** A smaller head that follows on a larger one is what a database leaves that was set back. */
    @Test
    void whereTheFileSaysThatTheDatabaseWasSetBackOnce() throws IOException {
        setBack(600);
        journal.record(50);
        var other = directory.resolve("other.ndjson");
        grow(node(other.toString()));
        journal.record(200);
        grow(node(other.toString()));
        Files.writeString(file(), Files.readString(file()) + Files.readString(other));

        signsNothing("the tree's first 700 records are not those of the head");
    }

    @Test
    void whereTheFileIsOfAnotherDatabase() throws IOException {
        var head = SigningKey.random().sign(5, Hashes.ofNothing(), "2026-11-22T12:00:00Z");
        new HeadsFile(file().toString()).append(head);

        signsNothing("no key of this database has signed");
    }

    @Test
    void andGoesOnWhereTheFileIsMissingAndTheDatabaseSound() throws IOException {
        Files.delete(file());
        journal.record(10);
        var node = node();

        grow(node);

        assertThat(new HeadsFile(file().toString()).unread())
                .containsExactly(node.store().newestHead().orElseThrow());
        assertThat(node.walk().run(position -> {}).ok()).isTrue();
    }

    /** Two nodes that share a file may write what they signed in the wrong order. */
    @Test
    void andTakesHeadsInTheWrongOrderForNoAlteration() throws IOException {
        var lines = Files.readAllLines(file());
        Files.writeString(file(), lines.get(1) + "\n" + lines.get(0) + "\n");
        journal.record(1);

        grow(node());

        assertThat(new HeadsFile(file().toString()).unread())
                .extracting(TreeHead::size)
                .containsExactly(700L, 701L);
    }

    @Test
    void andSignsNothingWhileTheFileCannotBeRead() throws IOException {
        journal.record(1);
        var node = node(directory.toString());
        var follower = node.follower();

        follower.round();

        assertThat(follower.faults()).singleElement().asString().contains("cannot be read");
        assertThat(node.store().newestHead().orElseThrow().size()).isEqualTo(700);
    }
}
