package org.mandate.authorization.integrity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.mandate.authorization.decision.Action;
import org.mandate.authorization.journal.CanonicalForm;
import org.mandate.authorization.journal.DecisionRecord;
import org.mandate.authorization.journal.JournalEntry;
import org.mandate.authorization.journal.LostDecisions;
import org.mandate.authorization.journal.SealedRecords;
import org.mandate.authorization.journal.Stored;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Each kind of attack on a thousand random places: all are found, and the first bad record is named. */
class VerifiesExportsTest {

    private static final int PLACES = 1000;
    private static final int SIZE = 300;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Random random = new Random(4);
    private final SampleExport log = new SampleExport(1, SIZE);
    private final SampleExport other = new SampleExport(2, SIZE, log.key);
    private final SampleExport foreign = new SampleExport(3, SIZE);

    private int place() {
        return random.nextInt(SIZE);
    }

    /** @param attack answers the place of the first bad record, counted from 0 */
    private void attack(Function<List<String>, Integer> attack) {
        for (var i = 0; i < PLACES; i++) {
            var altered = new ArrayList<>(log.lines);
            var place = attack.apply(altered);
            assertThat(log.verify(altered, Optional.empty()))
                    .hasValueSatisfying(found -> assertThat(found.sequence()).isEqualTo(place + 1L));
        }
    }

    @Test
    void findsNothingInCleanLogs() {
        for (var run = 0; run < 100; run++) {
            var size = 1 + random.nextInt(600);
            var clean = new SampleExport(100 + run, size, log.key);
            var kept = Optional.of(clean.head(1 + random.nextInt(size)));

            assertThat(clean.verify(clean.lines, Optional.empty())).isEmpty();
            assertThat(clean.verify(clean.lines, kept)).isEmpty();
            var first = 1 + random.nextInt(size);
            assertThat(clean.verify(clean.lines(first), kept, first)).isEmpty();
        }
    }

    @Test
    void findsEveryEditOfAnyMember() {
        attack(lines -> {
            var place = place();
            lines.set(place, edited(lines.get(place)));
            return place;
        });
    }

    @Test
    void findsMembersAddedAndRemoved() {
        attack(lines -> {
            var place = place();
            var line = (ObjectNode) JSON.readTree(lines.get(place));
            if (random.nextBoolean()) {
                line.put("note", "added");
            } else {
                var names = new ArrayList<>(line.propertyNames());
                line.remove(names.get(random.nextInt(names.size())));
            }
            lines.set(place, line.toString());
            return place;
        });
    }

    @Test
    void findsARecordMadeAnewWithAllThatBelongsToIt() {
        var writer = new LineWriter();
        attack(lines -> {
            var place = place();
            var forged = forged(log.entries.get(place));
            lines.set(place, SampleExport.text(writer, forged, log.proof(place + 1, 1)));
            return place;
        });
    }

    @Test
    void findsDeletions() {
        attack(lines -> {
            var place = random.nextInt(SIZE - 1);
            lines.remove(place);
            return place;
        });
        attack(lines -> {
            var place = random.nextInt(SIZE - 1);
            lines.remove(place);
            renumber(lines, place);
            return place;
        });
    }

    @Test
    void findsInsertions() {
        attack(lines -> {
            var place = place();
            lines.add(place, foreign.lines.get(place));
            return place;
        });
        attack(lines -> {
            var place = place();
            lines.add(place, withoutProof(other.lines.get(place())));
            renumber(lines, place);
            return place;
        });
    }

    @Test
    void findsReordering() {
        attack(lines -> {
            var first = random.nextInt(SIZE - 1);
            Collections.swap(lines, first, first + 1 + random.nextInt(SIZE - first - 1));
            return first;
        });
        attack(lines -> {
            var first = random.nextInt(SIZE - 1);
            Collections.swap(lines, first, first + 1 + random.nextInt(SIZE - first - 1));
            renumber(lines, first);
            return first;
        });
    }

    @Test
    void findsDuplication() {
        attack(lines -> {
            var place = place();
            lines.add(place + 1, lines.get(place));
            return place + 1;
        });
        attack(lines -> {
            var place = place();
            lines.add(place + 1, withoutProof(lines.get(place)));
            renumber(lines, place + 1);
            return place + 1;
        });
    }

    @Test
    void findsACutTail() {
        attack(lines -> {
            var left = place();
            lines.subList(left, SIZE).clear();
            return left;
        });
    }

    /** With a head that was signed for what is left, only one that was kept tells. */
    @Test
    void findsACutTailByTheKeptHead() {
        for (var i = 0; i < PLACES; i++) {
            var left = 1 + random.nextInt(40);
            var cut = new SampleExport(1, left, log.key);
            var kept = log.head(left + 1 + random.nextInt(SIZE - left));

            assertThat(cut.verify(cut.lines, Optional.empty())).isEmpty();
            assertThat(cut.verify(cut.lines, Optional.of(kept)))
                    .hasValueSatisfying(found -> assertThat(found.sequence()).isEqualTo(left + 1L));
        }
    }

    @Test
    void findsAnExchangedLog() {
        for (var i = 0; i < PLACES; i++) {
            var kept = log.head(1 + random.nextInt(SIZE));
            assertThat(log.verify(other.lines, Optional.of(kept)))
                    .hasValueSatisfying(found -> assertThat(found.sequence()).isEqualTo(1));
        }
        assertThat(log.verify(foreign.lines, Optional.empty()))
                .hasValueSatisfying(found -> assertThat(found.fault()).contains("was not signed"));
    }

    @Test
    void findsAForgedHead() {
        var keys = List.of(log.key.publicHalf());
        for (var i = 0; i < PLACES; i++) {
            var head = log.head(1 + random.nextInt(SIZE));
            assertThat(head.isSignedBy(keys)).isTrue();
            assertThat(forged(head, i).isSignedBy(keys)).isFalse();
        }
    }

    @Test
    void takesALineForWhatItSaysAndNotForHowItIsSpaced() {
        var spaced =
                log.lines.stream().map(line -> line.replace("\",\"", "\", \"")).toList();

        assertThat(log.verify(spaced, Optional.empty())).isEmpty();
    }

    private TreeHead forged(TreeHead head, int kind) {
        var later = head.size() + 1 + random.nextInt(9);
        return switch (kind % 6) {
            case 0 -> new TreeHead(later, head.rootHash(), head.at(), head.signature(), head.keyId());
            case 1 ->
                new TreeHead(
                        head.size(),
                        other.head((int) head.size()).rootHash(),
                        head.at(),
                        head.signature(),
                        head.keyId());
            case 2 ->
                new TreeHead(head.size(), head.rootHash(), "2026-11-22T13:00:01Z", head.signature(), head.keyId());
            case 3 -> new TreeHead(head.size(), head.rootHash(), head.at(), changed(head.signature()), head.keyId());
            case 4 -> new TreeHead(head.size(), head.rootHash(), head.at(), head.signature(), changed(head.keyId()));
            default -> SigningKey.random().sign(head.size(), head.root(), head.at());
        };
    }

    private JournalEntry forged(JournalEntry entry) {
        if (entry instanceof DecisionRecord made) {
            var canonical = (DecisionRecord) CanonicalForm.read(new Stored(made.sequence(), CanonicalForm.write(made)));
            return new DecisionRecord(
                    made.id(),
                    made.at(),
                    made.position(),
                    made.sequence(),
                    made.provenance(),
                    made.subject(),
                    made.username(),
                    made.subjectProperties(),
                    new Action(made.action().name(), made.action().properties()),
                    made.resource(),
                    made.context(),
                    canonical.requirement(),
                    !made.allowed(),
                    made.reasons(),
                    made.scopes(),
                    made.decisionIp(),
                    made.mode(),
                    made.engine(),
                    made.sealed());
        }
        var lost = (LostDecisions) entry;
        return new LostDecisions(
                lost.id(), lost.at(), lost.sequence(), lost.count() + 1, lost.from(), lost.to(), lost.mode());
    }

    /** One value somewhere in it, however deep, is another. */
    private String edited(String line) {
        var root = JSON.readTree(line);
        JsonNode at = root;
        while (true) {
            var names = at.isObject() ? new ArrayList<>(at.propertyNames()) : List.<String>of();
            var pick = random.nextInt(Math.max(1, at.size()));
            var child = at.isObject() ? at.get(names.get(pick)) : at.get(pick);
            if (child.isContainer() && !child.isEmpty()) {
                at = child;
                continue;
            }
            if (at instanceof ObjectNode object) {
                object.set(names.get(pick), another(child));
            } else if (at instanceof ArrayNode array) {
                array.set(pick, another(child));
            }
            return root.toString();
        }
    }

    private JsonNode another(JsonNode value) {
        if (value.isNumber()) {
            return JSON.valueToTree(value.asInt() + 1 + random.nextInt(5));
        }
        if (value.isBoolean()) {
            return JSON.valueToTree(!value.asBoolean());
        }
        return value.isString() && !value.asString().isEmpty()
                ? JSON.valueToTree(changed(value.asString()))
                : JSON.valueToTree("made up");
    }

    private String changed(String text) {
        var place = random.nextInt(text.length());
        var letter = text.charAt(place) == 'A' ? 'B' : 'A';
        return text.substring(0, place) + letter + text.substring(place + 1);
    }

    private static String withoutProof(String line) {
        var tree = (ObjectNode) JSON.readTree(line);
        tree.remove(TileProof.NAME);
        return tree.toString();
    }

    private static void renumber(List<String> lines, int from) {
        for (var i = from; i < Math.min(lines.size(), from + 2); i++) {
            var tree = (ObjectNode) JSON.readTree(lines.get(i));
            tree.put("sequence", i + 1);
            lines.set(i, tree.toString());
        }
    }

    @Test
    void readsBackEveryShapeOfRecord() {
        var check = new LineCheck();
        var writer = new LineWriter();
        var records = new SealedRecords(77);
        for (var sequence = 1; sequence <= 2000; sequence++) {
            var entry = records.next(sequence);
            var line = SampleExport.text(writer, entry, Optional.empty())
                    .getBytes(java.nio.charset.StandardCharsets.UTF_8);

            var checked = check.check(line, 0, line.length);

            assertThat(checked.fault()).isEmpty();
            assertThat(checked.leafHash()).isEqualTo(Hashes.leaf(CanonicalForm.write(entry)));
        }
    }
}
