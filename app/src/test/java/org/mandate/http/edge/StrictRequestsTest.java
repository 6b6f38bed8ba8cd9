package org.mandate.http.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mandate.http.edge.RawHttp.Answer;

/** What is sent and would not be read is refused, before anything is done. */
class StrictRequestsTest extends EdgeContract {

    private final String token = bearer(EdgeApp.TOKENS.good());

    @ParameterizedTest
    @ValueSource(strings = {"{{{", "{", "[]", "null", "x", "\"\"", "{} {}", "{}x", "<a/>", "a=b"})
    void refusesABodyWhereNoneIsTaken(String body) {
        int before = Probe.BARE.get();
        for (String type : List.of(JSON, "text/plain", "application/x-www-form-urlencoded")) {
            Answer answer = RawHttp.post(port, "/bare/1", type, body, token);
            assertThat(answer.isProblem(400)).as(answer.text()).isTrue();
            assertThat(answer.body()).contains("takes no body");
        }
        assertThat(RawHttp.send(
                                port,
                                "DELETE /bare/1 HTTP/1.1\nContent-Length: " + body.length() + "\n" + token + "\n",
                                body)
                        .isProblem(400))
                .isTrue();
        assertThat(Probe.BARE).hasValue(before);
    }

    @Test
    void namesTheMembersOfABodyWhereNoneIsTaken() {
        Answer answer = RawHttp.post(port, "/bare/1", JSON, "{\"x\":1,\"y\":{}}", token);
        assertThat(answer.isProblem(400)).as(answer.text()).isTrue();
        assertThat(answer.body()).contains("\"field\":\"x\"", "\"field\":\"y\"");
    }

    @Test
    void refusesAChunkedBodyWhereNoneIsTaken() {
        String head = "POST /bare/1 HTTP/1.1\nTransfer-Encoding: chunked\n" + token + "\n";
        assertThat(RawHttp.send(port, head, "3\r\n{{{\r\n0\r\n\r\n").isProblem(400))
                .isTrue();
        assertThat(RawHttp.send(port, head, "0\r\n\r\n").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", " {\n} "})
    void takesNothingOrAnEmptyObjectWhereNoBodyIsTaken(String body) {
        assertThat(RawHttp.post(port, "/bare/1", JSON, body, token).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"/probe?limit=1&limit=2, limit", "/probe?on=true&limit=1&o%6E=true, on", "/probe?x&x, x"})
    void refusesAParameterThatStandsTwice(String path, String name) {
        Answer answer = RawHttp.get(port, path, token);
        assertThat(answer.isProblem(400)).as(answer.text()).isTrue();
        assertThat(answer.body()).contains("\"field\":\"" + name + "\"", "more than once");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0x10", "0X1", "%23f", "%D9%A3", "%EF%BC%95", "%2B5", "%205", "5%20", "1%200", "007", "1e2", "5."
            })
    void readsNumbersInOneNotation(String limit) {
        for (String name : List.of("limit", "at")) {
            Answer answer = RawHttp.get(port, "/probe?" + name + "=" + limit, token);
            assertThat(answer.isProblem(400)).as(answer.text()).isTrue();
            assertThat(answer.body()).contains("\"field\":\"" + name + "\"", "whole number");
        }
        assertThat(RawHttp.get(port, "/probe?limit=10&at=-9000000000", token).status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/csv", "garbage", "*/json", "application/", "image/png, text/html;q=0.5"})
    void doesNothingForAnAnswerThatCannotBeHad(String accept) {
        int before = Probe.BARE.get();
        Answer answer = RawHttp.post(port, "/bare/1", JSON, "", token, "Accept: " + accept);
        assertThat(answer.isProblem(406)).as(answer.text()).isTrue();
        assertThat(answer.body()).contains("`application/json`").doesNotContain("[]");
        assertThat(Probe.BARE).hasValue(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "*/*", "application/*", "text/html, application/json;q=0.1"})
    void answersWhereTheAnswerCanBeHad(String accept) {
        assertThat(RawHttp.post(port, "/bare/1", JSON, "", token, "Accept: " + accept)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void asksForNoTypeWhereThereIsNoAnswer() {
        assertThat(RawHttp.send(port, "DELETE /bare/1 HTTP/1.1\nAccept: text/csv\n" + token + "\n", "")
                        .status())
                .isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage", "text/csv"})
    void saysWhatCanBeHadOfAReading(String accept) {
        Answer answer = RawHttp.get(port, "/probe", token, "Accept: " + accept);
        assertThat(answer.isProblem(406)).as(answer.text()).isTrue();
        assertThat(answer.body()).contains("only as `application/json`");
    }
}
