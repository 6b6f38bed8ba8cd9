package org.mandate.authorization.integrity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** What an auditor learns from heads that were kept, of a log that somebody wrote and signed anew. */
class ComparesWithKeptHeadsTest {

    private static final int SIZE = 300;
    private static final JsonMapper JSON = JsonMapper.shared();

    @TempDir
    Path directory;

    private final SampleExport log = new SampleExport(1, SIZE);
    /** The same up to its hundredth record, and signed with the same key. */
    private final SampleExport rewritten = log.rewrittenFrom(101);

    private String verify(SampleExport export, int exit, String heads) throws IOException {
        Files.writeString(directory.resolve("export.ndjson"), String.join("\n", export.lines) + "\n");
        Files.writeString(directory.resolve("head.json"), heads);
        Files.writeString(
                directory.resolve("key.pem"),
                "-----BEGIN PUBLIC KEY-----\n"
                        + Base64.getEncoder()
                                .encodeToString(export.key.publicHalf().key().getEncoded())
                        + "\n-----END PUBLIC KEY-----\n");
        var said = new ByteArrayOutputStream();
        var out = new PrintStream(said, true, StandardCharsets.UTF_8);
        assertThat(new OfflineVerifier(out, out)
                        .run(List.of(
                                "--export", directory.resolve("export.ndjson").toString(),
                                "--public-key", directory.resolve("key.pem").toString(),
                                "--head", directory.resolve("head.json").toString())))
                .as(said.toString(StandardCharsets.UTF_8))
                .isEqualTo(exit);
        return said.toString(StandardCharsets.UTF_8);
    }

    private String heads(int... sizes) {
        var lines = new ArrayList<String>();
        for (var size : sizes) {
            lines.add(JSON.writeValueAsString(log.head(size)));
        }
        return String.join("\n", lines) + "\n";
    }

    @Test
    void oneHeadTellsThatARecordIsAnotherAndNotWhich() throws IOException {
        assertThat(verify(rewritten, 1, heads(250)))
                .contains("sequence 1 to 250:")
                .contains("at least one of the records 1 to 250 is another")
                .contains("cannot tell which")
                .doesNotContain("has the signing key");
    }

    @Test
    void severalHeadsTellWhere() throws IOException {
        assertThat(verify(rewritten, 1, heads(250, 120, 90)))
                .contains("sequence 91 to 120:")
                .contains("the first 90 are those");
        assertThat(verify(rewritten, 1, heads(100, 101, 300)))
                .contains("first bad record: sequence 101:")
                .contains("this is another record");
    }

    @Test
    void aFileOfHeadsIsTakenAsItIs() throws IOException {
        assertThat(verify(log, 0, heads(10, 20, 280))).contains("20 records are newer than the kept head");
        assertThat(verify(log, 0, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(log.head(290))))
                .contains("10 records are newer");
        assertThat(verify(log, 2, heads(10) + "{\"size\":70\n")).contains("is not a tree head");
    }

    @Test
    void theNameOfTheKeyIsCoveredInAHeadAsInAnExport() throws IOException {
        var id = log.key.id();
        var another = id.startsWith("0") ? "1" + id.substring(1) : "0" + id.substring(1);

        assertThat(verify(log, 1, heads(250).replace(id, another))).contains("was not signed with the public key");
        var changed = Stream.concat(
                        Stream.of(log.lines.get(0).replace(id, another)),
                        log.lines.stream().skip(1))
                .toList();
        assertThat(log.verify(changed, java.util.Optional.empty()))
                .hasValueSatisfying(found -> assertThat(found.sequence()).isEqualTo(1));
    }
}
