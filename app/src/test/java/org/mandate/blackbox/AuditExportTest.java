package org.mandate.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ParameterizedClass
@EnumSource(Server.class)
class AuditExportTest {

    private static final String LINES = "application/x-ndjson";

    @Parameter
    Server server;

    @Test
    void exportsOneRecordALineOldestFirstAsItIsReadAlone() {
        var user = server.join();
        user.api().get("/posts").expect(200);
        user.api().get("/admin/dashboard").expectProblem(403);
        user.api().get("/posts").expect(200);

        var answer = server.admin()
                .api()
                .get("/audit/decisions/export?subject=" + user.id(), "Accept", LINES)
                .expect(200);

        assertThat(answer.header("Content-Type")).hasValue(LINES);
        var records = records(answer);
        assertThat(records).hasSize(3);
        assertThat(records)
                .extracting(record -> record.path("sequence").asLong())
                .isSorted();
        for (var record : records) {
            var alone = server.admin()
                    .api()
                    .get("/audit/decisions/" + record.path("id").asString())
                    .expect(200)
                    .json();
            alone.properties()
                    .forEach(member -> assertThat(record.path(member.getKey()))
                            .as(member.getKey())
                            .isEqualTo(member.getValue()));
            assertThat(record.propertyNames())
                    .containsAll(alone.propertyNames())
                    .hasSize(alone.size() + 2)
                    .contains("sealed", "openings");
        }
    }

    @Test
    void carriesWhatProvesThePersonalMembers() {
        var user = server.join();
        user.api().get("/posts").expect(200);

        var record = records(export("?subject=" + user.id())).get(0);

        assertThat(record.path("sealed")).isNotEmpty();
        assertThat(record.path("openings")).hasSameSizeAs(record.path("sealed"));
    }

    @Test
    void exportsEveryRecordOnce() {
        server.join().api().get("/posts").expect(200);

        var sequences = records(export("")).stream()
                .map(record -> record.path("sequence").asLong())
                .toList();

        for (var i = 0; i < sequences.size(); i++) {
            assertThat(sequences.get(i)).isEqualTo(i + 1);
        }
    }

    @Test
    void isRecordedAsOneDecision() {
        var auditor = server.join("auditor");
        auditor.api().get("/audit/decisions/export", "Accept", LINES).expect(200);

        var of = server.admin().api().get("/audit/decisions?subject=" + auditor.id() + "&action=export");

        assertThat(of.expect(200).items()).hasSize(1);
    }

    @Test
    void writesCommaSeparatedValuesThatNoSpreadsheetRuns() {
        var user = server.join();
        server.admin()
                .api()
                .post("/access/v1/evaluation", """
                {"subject":{"type":"user","id":"%s"},"action":{"name":"=1+1"},
                 "resource":{"type":"posts","id":"a,\\"b\\""}}""".formatted(user.id()))
                .expect(200);

        var answer = server.admin()
                .api()
                .get("/audit/decisions/export?subject=" + user.id(), "Accept", "text/csv")
                .expect(200);

        assertThat(answer.header("Content-Type").orElse("")).startsWith("text/csv");
        assertThat(answer.body()).endsWith("\r\n").contains(",'=1+1,posts,\"a,\"\"b\"\"\",deny,");
        assertThat(answer.body().lines()).hasSize(1);
    }

    @Test
    void namesTheColumnsWhereThatIsAskedFor() {
        var answer = server.admin()
                .api()
                .get("/audit/decisions/export?subject=nobody", "Accept", "text/csv;header=present")
                .expect(200);

        assertThat(answer.body()).startsWith("sequence,id,at,").hasLineCount(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "foo",
                "text/csv;q=2",
                "*/foo",
                "text/csv;charset=",
                "application/x-ndjson;q=0",
                "application/x-ndjson;q=0, text/csv;q=0",
                "*/*, application/x-ndjson;q=0, text/csv;q=0"
            })
    void refusesFormsThatCannotBeTaken(String accepted) {
        server.admin()
                .api()
                .get("/audit/decisions/export?subject=nobody", "Accept", accepted)
                .expectProblem(406);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            */*                                      | application/x-ndjson
            application/x-ndjson;q=0, */*            | text/csv
            text/csv;q=0, */*                        | application/x-ndjson
            text/csv;q=0.5, application/x-ndjson     | application/x-ndjson
            text/csv, application/x-ndjson           | text/csv
            text/*, application/x-ndjson;q=0.9       | text/csv
            application/x-ndjson;q=0.1, */*          | text/csv
            """)
    void givesTheFormThatIsWantedMost(String accepted, String given) {
        var answer = server.admin()
                .api()
                .get("/audit/decisions/export?subject=nobody", "Accept", accepted)
                .expect(200);

        assertThat(answer.header("Content-Type").orElse("")).startsWith(given);
    }

    @Test
    void refusesWhatItCannotGive() {
        var auditor = server.admin().api();
        auditor.get("/audit/decisions/export", "Accept", "image/png").expectProblem(406);
        auditor.get("/audit/decisions/export?reason=mood").expectFault("reason");
        auditor.get("/audit/decisions/export?from=yesterday").expectFault("from");
        server.join().api().get("/audit/decisions/export").expectProblem(403);
        server.api().get("/audit/decisions/export").expectProblem(401);
    }

    private Answer export(String query) {
        return server.admin()
                .api()
                .get("/audit/decisions/export" + query, "Accept", LINES)
                .expect(200);
    }

    private static List<JsonNode> records(Answer answer) {
        return answer.body()
                .lines()
                .map(line -> JsonMapper.shared().readTree(line))
                .toList();
    }
}
