package org.mandate.authorization.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.decision.Action;
import org.mandate.authorization.decision.Reason;
import org.mandate.authorization.decision.Resource;
import org.mandate.authorization.journal.Provenance.Channel;

/** The stored form is public for ever: it is read back years later, and hashed as it stands. */
class StoresRecordsCanonicallyTest {

    private static final byte[] PERSON_KEY = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    /** As when the outcome of a commit is not known and the attempt is made again. */
    @Test
    void sealsTheSameTwiceInARowAlike() {
        var plain = new byte[] {1, 2, 3};
        var opening = new byte[32];

        var first = PersonalSeal.seal(plain, opening, 0);
        var again = PersonalSeal.seal(plain, opening, 0);

        assertThat(again.bytes()).isEqualTo(first.bytes());
    }

    @Test
    void keepsTheFormOfADecision() throws IOException {
        var sealed = sealed(decision());

        assertThat(hex(CanonicalForm.write(sealed))).isEqualTo(golden("decision"));
        assertThat(PersonalSeal.open(opened(read(CanonicalForm.write(sealed)))))
                .usingRecursiveComparison()
                .isEqualTo(sealed);
    }

    @Test
    void keepsTheFormOfABareDecision() throws IOException {
        assertThat(hex(CanonicalForm.write(bare()))).isEqualTo(golden("bare"));
        assertThat(read(CanonicalForm.write(bare()))).isEqualTo(bare());
    }

    @Test
    void keepsTheFormOfAGap() throws IOException {
        var lost = new LostDecisions(
                "019a0000-0000-7000-8000-000000000002",
                Instant.parse("2026-11-22T12:00:01Z"),
                9,
                1234,
                Instant.parse("2026-11-22T11:59:58Z"),
                Instant.parse("2026-11-22T12:00:00.5Z"),
                "bounded");

        assertThat(hex(CanonicalForm.write(lost))).isEqualTo(golden("lost"));
        assertThat(CanonicalForm.read(new Stored(9, CanonicalForm.write(lost)))).isEqualTo(lost);
    }

    @Test
    void fitsATypicalDecisionIntoThreeHundredBytes() {
        assertThat(CanonicalForm.write(sealed(typical()))).hasSizeLessThanOrEqualTo(300);
    }

    @Test
    void keepsEveryKindOfValueExactly() {
        var values = new HashMap<String, Object>();
        values.put("int", 3);
        values.put("negative", -3);
        values.put("long", 3L);
        values.put("longest", Long.MIN_VALUE);
        values.put("double", 3.0);
        values.put("not a number", Double.NaN);
        values.put("minus zero", -0.0);
        values.put("big", new BigInteger("-123456789012345678901234567890"));
        values.put("exact", new BigDecimal("1.10"));
        values.put("tiny", new BigDecimal("1E-400"));
        values.put("text", "\u00e4\u20ac\ud83d\ude00");
        values.put("half a character", "\ud83d");
        values.put("zero", "\u0000");
        values.put("id", "019a0000-0000-7000-8000-000000000001");
        values.put("ID", "019A0000-0000-7000-8000-000000000001");
        values.put("nothing", null);
        values.put("list", Arrays.asList(1, null, List.of(), Map.of("deep", List.of(true, false))));
        values.put("map", Map.of());

        var out = new FieldWriter(8);
        out.map(values);
        var in = new FieldReader(out.bytes());

        assertThat(in.map()).isEqualTo(values);
        in.end();
    }

    @Test
    void writesEqualValuesAsEqualBytes() {
        var some = Map.<String, Object>of("a", 1, "b", Map.of("c", 2, "d", 3), "e", 4);
        var other = new HashMap<String, Object>();
        other.put("e", 4);
        other.put("b", new HashMap<>(Map.of("d", 3, "c", 2)));
        other.put("a", 1);

        assertThat(bytes(other)).isEqualTo(bytes(some));
    }

    @Test
    void refusesWhatItCannotKeep() {
        assertThatThrownBy(() -> bytes(Map.of("a", Instant.EPOCH))).isInstanceOf(IllegalArgumentException.class);
    }

    /** Bytes from a database that nobody trusts: a record or a plain refusal, and never anything else. */
    @Test
    void takesChangedBytesForWhatTheyAre() {
        var random = new Random(7);
        var whole = CanonicalForm.write(sealed(decision()));
        for (var i = 0; i < 20_000; i++) {
            var changed = random.nextBoolean() ? whole.clone() : Arrays.copyOf(whole, random.nextInt(whole.length));
            if (changed.length > 0) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt();
            }
            try {
                var entry = CanonicalForm.read(new Stored(1, changed));
                if (entry instanceof DecisionRecord record) {
                    PersonalSeal.open(opened(record));
                }
            } catch (MalformedRecord expected) {
                assertThat(expected).hasMessageContaining("no record of the journal");
            }
        }
    }

    @Test
    void opensWithTheRightKeyOnly() {
        var record = read(CanonicalForm.write(sealed(decision())));
        var wrong = record.with(record.sealed().stream()
                .map(part -> part.with(Optional.of(new byte[32])))
                .toList());

        assertThat(record.erased()).isTrue();
        assertThat(record.username()).isEmpty();
        assertThatThrownBy(() -> PersonalSeal.open(wrong)).isInstanceOf(MalformedRecord.class);
    }

    private static byte[] bytes(Map<String, Object> values) {
        var out = new FieldWriter(8);
        out.map(values);
        return out.bytes();
    }

    private static DecisionRecord read(byte[] canonical) {
        return (DecisionRecord) CanonicalForm.read(new Stored(0, canonical));
    }

    /** With the openings that whoever has the person's key gives away. */
    private static DecisionRecord opened(DecisionRecord record) {
        return record.with(record.sealed().stream()
                .map(part -> part.with(Optional.of(PersonalSeal.openingOf(PERSON_KEY, record.id(), part.header()))))
                .toList());
    }

    private static DecisionRecord sealed(DecisionRecord record) {
        return record.with(JournalDatabase.keys().partsOf(record).stream()
                .map(part -> part.seal(PERSON_KEY, record.id()))
                .toList());
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static String golden(String name) throws IOException {
        try (var stream =
                StoresRecordsCanonicallyTest.class.getResourceAsStream("/golden/journal/" + name + "-1.hex")) {
            return new String(stream.readAllBytes(), StandardCharsets.US_ASCII).replaceAll("\\s", "");
        }
    }

    private static DecisionRecord decision() {
        return new DecisionRecord(
                "019a0000-0000-7000-8000-000000000001",
                Instant.parse("2026-11-22T12:00:00.123456Z"),
                42,
                0,
                new Provenance(
                        SubjectId.user("gate"),
                        Optional.of("192.0.2.7"),
                        Optional.of("curl/8"),
                        "r-1",
                        Channel.ACCESS_API),
                SubjectId.user("anna"),
                Optional.of("anna"),
                Map.of("department", "sales"),
                new Action("update", Map.of("soft", true)),
                new Resource("posts", "p1", Map.of("owner", "anna")),
                Map.of("tags", List.of("a", 1, 2.5), "when", 1L),
                "may(update)",
                true,
                List.of(new Reason(Reason.Kind.ROLE, "editor", "role `editor` gives `posts:update`")),
                Optional.of(List.of("posts:read", "posts:write")),
                Optional.of("10.0.0.1"),
                "strict",
                "1",
                List.of());
    }

    private static DecisionRecord bare() {
        return new DecisionRecord(
                "019a0000-0000-7000-8000-000000000003",
                Instant.EPOCH,
                0,
                0,
                new Provenance(new SubjectId("", ""), Optional.empty(), Optional.empty(), "", Channel.HTTP),
                new SubjectId("", ""),
                Optional.empty(),
                Map.of(),
                Action.of("\u0000\u00e4"),
                Resource.of("", ""),
                Map.of(),
                "authenticated",
                false,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                "bounded",
                "1",
                List.of());
    }

    private static DecisionRecord typical() {
        var anna = SubjectId.user("5f0c6a3e-7d0b-4d6e-9a59-0a1f3a7c2b11");
        return new DecisionRecord(
                "019a0000-0000-7000-8000-000000000004",
                Instant.parse("2026-11-22T12:00:00.123456Z"),
                123_456,
                0,
                new Provenance(
                        anna,
                        Optional.of("192.0.2.117"),
                        Optional.of("Mozilla/5.0 (X11; Linux x86_64)"),
                        "3c7c2a52-3a0c-4f4c-9a52-1b6f0e0d9a10",
                        Channel.ACCESS_API),
                anna,
                Optional.empty(),
                Map.of(),
                Action.of("update"),
                Resource.of("posts", "9b2f4c1d-2f57-4f0e-8a8e-5d8d3f6f2a77"),
                Map.of(),
                "may(update)",
                true,
                List.of(new Reason(
                        Reason.Kind.ROLE,
                        "editor",
                        "assignment `0d9d6f0a-5a3f-4b7d-8a73-c1b0f3d1a9e2` of role `editor` gives `posts:update`")),
                Optional.empty(),
                Optional.of("192.0.2.117"),
                "strict",
                "1",
                List.of());
    }
}
