package org.mandate.authorization.integrity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What is written by hand is what a reader of JSON who knows nothing of it reads, and what it reads back itself. */
class WritesJsonTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final List<String> PIECES = List.of(
            "a",
            "posts:read",
            "\"",
            "\\",
            "/",
            "\b\f\n\r\t",
            "\u0000",
            "\u001f",
            "\u007f",
            "\u00fc",
            "\u20ac",
            "\ud83d\ude00",
            "\uffff",
            " ");

    private final Random random = new Random(11);
    private final JsonBytes out = new JsonBytes();
    private final JsonReader in = new JsonReader(new KnownNames(List.of("known")));

    @Test
    void writesTexts() {
        for (var i = 0; i < 5000; i++) {
            var text = text();
            out.reset();
            out.text(text);

            assertThat(JSON.readTree(out.toByteArray()).asString()).isEqualTo(text);
            assertThat(again().text("it")).isEqualTo(text);
        }
    }

    @Test
    void writesHalfOfASurrogatePair() {
        out.text("a\ud83d");

        assertThat(new String(out.toByteArray(), StandardCharsets.UTF_8)).isEqualTo("\"a\\uD83D\"");
        assertThat(again().text("it")).isEqualTo("a\ud83d");
    }

    @Test
    void writesInstantsAsTheyAreReadEverywhere() {
        var texts = new InstantText();
        for (var i = 0; i < 20_000; i++) {
            var second =
                    random.nextInt(4) == 0 ? random.nextLong(-80_000_000_000L, 300_000_000_000L) : random.nextInt();
            var nano = random.nextInt(1000) * List.of(0, 1, 1000, 1_000_000).get(random.nextInt(4));
            var instant = Instant.ofEpochSecond(second, nano);
            var bytes = new byte[InstantText.LONGEST];

            var length = texts.write(instant, bytes, 0);

            var text = new String(bytes, 0, length, StandardCharsets.US_ASCII);
            assertThat(text).isEqualTo(instant.toString());
            assertThat(texts.parse(text)).isEqualTo(instant);
        }
        assertThatThrownBy(() -> texts.parse("2026-02-30T12:00:00Z")).isInstanceOf(java.time.DateTimeException.class);
        assertThatThrownBy(() -> texts.parse("2026-02-20T12:x0:00Z")).isInstanceOf(java.time.DateTimeException.class);
        assertThatThrownBy(() -> texts.parse("yesterday at twelve.")).isInstanceOf(java.time.DateTimeException.class);
    }

    @Test
    void writesNumbersAndBytes() {
        for (var value : List.of(0L, 9L, 10L, 1234567890123L, Long.MAX_VALUE, -1L, Long.MIN_VALUE)) {
            out.reset();
            out.number(value);
            assertThat(new String(out.toByteArray(), StandardCharsets.US_ASCII)).isEqualTo(Long.toString(value));
        }
        for (var length = 0; length < 100; length++) {
            var bytes = new byte[length];
            random.nextBytes(bytes);
            out.reset();
            out.binary(bytes);
            assertThat(out.toByteArray())
                    .asString(StandardCharsets.US_ASCII)
                    .isEqualTo("\"" + Base64.getEncoder().encodeToString(bytes) + "\"");
            assertThat(again().binary("it")).isEqualTo(bytes);
        }
    }

    @Test
    void writesWhateverCallersSay() {
        var said = Map.of(
                "list", Arrays.asList(1, 2L, true, false, null, "x", List.of(), Map.of()),
                "decimal", new BigDecimal("12.50"),
                "double", 1.5e300,
                "big", BigInteger.TEN.pow(40),
                "deep", Map.of("b", List.of(Map.of("c", "d")), "a", 1));

        out.value(said);

        assertThat(JSON.readTree(out.toByteArray())).isEqualTo(JSON.readTree("""
                {"list":[1,2,true,false,null,"x",[],{}],"decimal":12.50,"double":1.5e300,
                 "big":10000000000000000000000000000000000000000,"deep":{"a":1,"b":[{"c":"d"}]}}"""));
        assertThat(new String(out.toByteArray(), StandardCharsets.UTF_8))
                .startsWith("{\"big\":")
                .endsWith("]}");
        again().skip();
    }

    /** Whatever stands there is read, or refused as a line that cannot be read. */
    @Test
    void neverStumbles() {
        var line = new SampleExport(5, 1).lines.get(0).getBytes(StandardCharsets.UTF_8);
        var reader = new LineReader();
        for (var i = 0; i < 20_000; i++) {
            var changed = Arrays.copyOf(line, 1 + random.nextInt(line.length));
            for (var times = random.nextInt(4); times >= 0; times--) {
                changed[random.nextInt(changed.length)] = (byte) "{}[]:,\"\\ 0n".charAt(random.nextInt(11));
            }
            try {
                reader.read(changed, 0, changed.length);
            } catch (UnreadableLine e) {
                assertThat(e.getMessage()).isNotEmpty();
            }
        }
    }

    private JsonReader again() {
        var bytes = out.toByteArray();
        return in.of(bytes, 0, bytes.length);
    }

    private String text() {
        var text = new StringBuilder();
        for (var i = random.nextInt(12); i > 0; i--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }
}
