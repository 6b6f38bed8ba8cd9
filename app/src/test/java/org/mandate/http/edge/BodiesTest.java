package org.mandate.http.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mandate.http.edge.RawHttp.Answer;

/** Which bodies and forms the edge reads. */
class BodiesTest extends EdgeContract {

    static Stream<Arguments> badBodies() {
        return Stream.of(
                Arguments.of("", "missing"),
                Arguments.of("{", "well-formed"),
                Arguments.of("null", "body"),
                Arguments.of("[]", "must be an object"),
                Arguments.of("\"x\"", "must be an object"),
                Arguments.of(WHOLE + "x", "well-formed"),
                Arguments.of(WHOLE + "{}", "body"),
                Arguments.of("{'name':'a'}", "well-formed"),
                Arguments.of("{\"name\":\"a\",\"count\":1,\"tags\":[],}", "well-formed"),
                Arguments.of("{\"name\":\"a\",\"count\":01,\"tags\":[]}", "well-formed"),
                Arguments.of("{\"name\":\"a\",\"count\":NaN,\"tags\":[]}", "well-formed"),
                Arguments.of("{\"name\":\"\t\",\"count\":1,\"tags\":[]}", "well-formed"),
                Arguments.of("{\"count\":1,\"tags\":[]}", "\"field\":\"name\""),
                Arguments.of("{\"name\":null,\"count\":1,\"tags\":[]}", "\"field\":\"name\""),
                Arguments.of("{\"name\":\"a\",\"tags\":[]}", "\"field\":\"count\""),
                Arguments.of("{\"name\":\"a\",\"count\":null,\"tags\":[]}", "\"field\":\"count\""),
                Arguments.of("{\"name\":1,\"count\":1,\"tags\":[]}", "must be a string"),
                Arguments.of("{\"name\":true,\"count\":1,\"tags\":[]}", "must be a string"),
                Arguments.of("{\"name\":{},\"count\":1,\"tags\":[]}", "\"field\":\"name\""),
                Arguments.of("{\"name\":[\"a\"],\"count\":1,\"tags\":[]}", "\"field\":\"name\""),
                Arguments.of("{\"name\":\"a\",\"count\":\"1\",\"tags\":[]}", "must be a whole number"),
                Arguments.of("{\"name\":\"a\",\"count\":1.5,\"tags\":[]}", "must be a whole number"),
                Arguments.of("{\"name\":\"a\",\"count\":1.0,\"tags\":[]}", "must be a whole number"),
                Arguments.of("{\"name\":\"a\",\"count\":\"\",\"tags\":[]}", "must be a whole number"),
                Arguments.of("{\"name\":\"a\",\"count\":99999999999,\"tags\":[]}", "\"field\":\"count\""),
                Arguments.of("{\"name\":\"a\",\"count\":1,\"tags\":\"x\"}", "\"field\":\"tags\""),
                Arguments.of("{\"name\":\"a\",\"count\":1,\"tags\":[null]}", "\"field\":\"tags[0]\""),
                Arguments.of("{\"name\":\"a\",\"count\":1,\"tags\":[1]}", "\"field\":\"tags[0]\""),
                Arguments.of("{\"name\":\"a\",\"count\":1,\"tags\":[],\"on\":\"true\"}", "must be true or false"),
                Arguments.of("{\"name\":\"a\",\"count\":1,\"tags\":[],\"on\":1}", "must be true or false"),
                Arguments.of("{\"name\":\"a\",\"count\":1,\"tags\":[],\"at\":5}", "\"field\":\"at\""),
                Arguments.of("{\"name\":\"a\",\"count\":1,\"tags\":[],\"at\":\"soon\"}", "ISO-8601"),
                Arguments.of("{\"name\":\"a\",\"name\":\"b\",\"count\":1,\"tags\":[]}", "\"field\":\"name\""),
                Arguments.of("{\"name\":\"a\",\"count\":1,\"tags\":[],\"inner\":{\"a\":1}}", "\"field\":\"inner.a\""),
                Arguments.of("{\"name\":\"a\",\"count\":1,\"tags\":[],\"inner\":{}}", "\"field\":\"inner.id\""),
                Arguments.of("{\"x\":" + "[".repeat(100), "nested too deeply"),
                Arguments.of("{\"name\":\"a\",\"count\":" + "9".repeat(60) + ",\"tags\":[]}", "400"));
    }

    @ParameterizedTest
    @MethodSource("badBodies")
    void rejectsABadBodyAndSaysWhatIsWrong(String body, String expected) {
        Answer answer = RawHttp.post(port, "/probe", JSON, body, bearer(EdgeApp.TOKENS.good()));

        assertThat(answer.isProblem(400)).as(answer.text()).isTrue();
        assertThat(answer.body())
                .contains(expected)
                .doesNotContain("org.mandate", "java.", "jackson", "Exception", "Probe");
    }

    @Test
    void namesAllUnknownMembersAtOnce() {
        String body =
                "{\"name\":\"a\",\"count\":1,\"tags\":[],\"x\":1,\"y\":{\"z\":[1]},\"inner\":{\"id\":\"i\",\"w\":1}}";

        Answer answer = RawHttp.post(port, "/probe", JSON, body, bearer(EdgeApp.TOKENS.good()));

        assertThat(answer.isProblem(400)).isTrue();
        assertThat(answer.body())
                .contains("\"field\":\"x\"", "\"field\":\"y\"", "\"field\":\"inner.w\"")
                .doesNotContain("\"field\":\"y.z\"");
    }

    @Test
    void readsAWholeBody() {
        String body = "{\"name\":\"\\u00e4\",\"count\":1,\"tags\":[\"t\"],\"at\":\"2026-01-01T00:00:00Z\",\"on\":true}";

        Answer answer = RawHttp.post(port, "/probe", JSON, body, bearer(EdgeApp.TOKENS.good()));

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.body()).contains("\u00e4", "2026-01-01T00:00:00Z", "\"on\":true");
    }

    @Test
    void rejectsBytesThatAreNotUtf8() {
        Answer answer = RawHttp.send(
                port,
                "POST /probe HTTP/1.1\nContent-Type: application/json\nContent-Length: 34\n"
                        + bearer(EdgeApp.TOKENS.good()) + "\n",
                "{\"name\":\"\u00ff\u00fe\",\"count\":1,\"tags\":[]} ");

        assertThat(answer.isProblem(400)).as(answer.text()).isTrue();
    }

    @Test
    void namesWhatIsTakenWhereTheTypeOfABodyIsWrong() {
        Answer answer = RawHttp.post(port, "/probe", "text/plain", "x", bearer(EdgeApp.TOKENS.good()));

        assertThat(answer.isProblem(415)).as(answer.text()).isTrue();
        assertThat(answer.header("Accept")).contains("application/json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/x+json", "application/yaml", "application/xml", "text/json", "*/*", "json"})
    void takesBodiesOfNoOtherType(String type) {
        String lenient = "{\"name\":\"a\",\"count\":\"1\",\"tags\":[],\"x\":1}";

        Answer answer = RawHttp.post(port, "/echo", type, lenient, bearer(EdgeApp.TOKENS.good()));

        assertThat(answer.isProblem(415)).as(answer.text()).isTrue();
        assertThat(answer.header("Accept")).doesNotContain("yaml");
    }

    @Test
    void takesAMergePatchForPatch() {
        String head = "PATCH /probe HTTP/1.1\nContent-Type: application/merge-patch+json\nContent-Length: %d\n%s\n"
                .formatted(WHOLE.length(), bearer(EdgeApp.TOKENS.good()));

        assertThat(RawHttp.send(port, head, WHOLE).status()).isEqualTo(200);
    }

    @Test
    void refusesABodyOverOneMebibyteThatIsAnnounced() {
        Answer answer = RawHttp.send(
                port,
                "POST /probe HTTP/1.1\nContent-Type: application/json\nContent-Length: 1048577\n"
                        + bearer(EdgeApp.TOKENS.good()) + "\n",
                "x".repeat(1_048_577));

        assertThat(answer.isProblem(413)).as(answer.text()).isTrue();
        assertThat(answer.header("X-Request-ID")).isNotEmpty();
    }

    @Test
    void refusesABodyOverOneMebibyteThatComesInChunks() {
        String filler = "x".repeat(1 << 16);
        StringBuilder body = new StringBuilder("a\r\n{\"name\":\"y\r\n");
        for (int chunk = 0; chunk < 17; chunk++) {
            body.append("10000\r\n").append(filler).append("\r\n");
        }
        body.append("0\r\n\r\n");

        Answer answer = RawHttp.send(
                port,
                "POST /probe HTTP/1.1\nContent-Type: application/json\nTransfer-Encoding: chunked\n"
                        + bearer(EdgeApp.TOKENS.good()) + "\n",
                body.toString());

        assertThat(answer.isProblem(413)).as(answer.text()).isTrue();
    }

    @Test
    void readsAFormFromTheBodyAlone() {
        String form = "application/x-www-form-urlencoded";
        String body = "username=a%C3%A4+b&password=%26%3D";

        Answer answer = RawHttp.post(port, "/auth/login?username=query&extra=1", form, body);

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.body()).contains("a\u00e4 b", "&=").doesNotContain("query", "extra");
    }

    @ParameterizedTest
    @ValueSource(strings = {"username=a&username=b", "a=%zz", "a=%ff", "a=%"})
    void rejectsABadFormWithAnOAuthError(String body) {
        Answer answer = RawHttp.post(port, "/auth/login", "application/x-www-form-urlencoded", body);

        assertThat(answer.isProblem(400)).as(answer.text()).isTrue();
        assertThat(answer.body()).contains("\"error\":\"invalid_request\"");
    }
}
