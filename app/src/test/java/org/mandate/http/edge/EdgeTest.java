package org.mandate.http.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mandate.http.edge.RawHttp.Answer;

/** Paths, methods, request ids, positions and faults at the edge. */
class EdgeTest extends EdgeContract {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//probe",
                "/probe/",
                "/PROBE",
                "/./probe",
                "/x/../probe",
                "/probe;a=b",
                "/docs/..;/probe",
                "/docs/../probe",
                "/docs/%2e%2e/probe",
                "/docs%2f..%2fprobe",
                "/docs/..%5cprobe",
                "/docs//..//probe",
                "/%70robe",
                "/probe%00",
                "/probe%0a",
                "/actuator/health/../prometheus",
                "/actuator/health;/../prometheus",
                "/.well-known/../probe"
            })
    void disguisedPathsDoNotGetPast(String path) {
        Answer answer = RawHttp.get(port, path);

        assertThat(answer.status()).as(answer.text()).isIn(400, 401);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.body()).doesNotContain("u-1", "org.", "Exception");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/probe", "/nothing", "//probe", "/probe;a", "/fails", "/problems/none", "/error"})
    void echoesTheRequestIdOnEveryError(String path) {
        for (String token : List.of(EdgeApp.TOKENS.good(), "bad")) {
            Answer answer = RawHttp.post(port, path, JSON, "{}", bearer(token), "X-Request-ID: id-42");

            assertThat(answer.status()).isGreaterThanOrEqualTo(400);
            assertThat(answer.header("X-Request-ID")).as(answer.text()).isEqualTo("id-42");
            assertThat(answer.body()).contains("\"requestId\":\"id-42\"");
        }
    }

    @Test
    void makesARequestIdWhereNoneCame() {
        String token = bearer(EdgeApp.TOKENS.good());

        assertThat(RawHttp.get(port, "/probe", token).header("X-Request-ID")).hasSize(36);
        assertThat(RawHttp.get(port, "/probe", token, "X-Request-ID: ").header("X-Request-ID"))
                .hasSize(36);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/probe", "/access/v1/evaluation", "/.well-known/authzen-configuration"})
    void returnsAnyRequestIdAsItWasSent(String path) {
        for (String odd : List.of("a b;\"c\" " + "x".repeat(300), "a\tb", "x".repeat(5000))) {
            assertThat(RawHttp.get(port, path, "X-Request-ID: " + odd).header("X-Request-ID"))
                    .isEqualTo(odd);
        }
    }

    @Test
    void blamesNobodyElseForABodyThatBreaksOff() {
        String head = "POST /probe HTTP/1.1\nContent-Type: application/json\n" + bearer(EdgeApp.TOKENS.good()) + "\n";

        assertThat(RawHttp.send(port, head + "Transfer-Encoding: chunked\n", "ZZ\r\n{}\r\n0\r\n\r\n"))
                .matches(answer -> answer.isProblem(400));
        assertThat(RawHttp.broken(port, head + "Content-Length: 100\n", "{\"sub\":"))
                .matches(answer -> answer.isProblem(400));
    }

    @Test
    void saysWhichMethodsAPathHas() {
        String head = "DELETE /probe HTTP/1.1\n" + bearer(EdgeApp.TOKENS.good()) + "\n";

        Answer answer = RawHttp.send(port, head, "");

        assertThat(answer.isProblem(405)).as(answer.text()).isTrue();
        assertThat(answer.header("Allow")).contains("GET", "POST", "PATCH");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "CONNECT", "PROPFIND", "get", "FOO"})
    void refusesOtherMethods(String method) {
        Answer answer = RawHttp.send(port, method + " /probe HTTP/1.1\n", "");

        assertThat(answer.status()).as(answer.text()).isIn(400, 401, 405, 501);
        assertThat(answer.body()).doesNotContain("<html", "Tomcat", "org.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            TRACE   | /probe  | GET, HEAD, OPTIONS, PATCH, POST
            FOO     | /probe  | GET, HEAD, OPTIONS, PATCH, POST
            DELETE  | /probe  | GET, HEAD, OPTIONS, PATCH, POST
            TRACE   | /bare/1 | DELETE, OPTIONS, POST
            GET     | /bare/1 | DELETE, OPTIONS, POST
            """)
    void allowsTheMethodsThatThePathHas(String method, String path, String allowed) {
        String head = method + " " + path + " HTTP/1.1\n" + bearer(EdgeApp.TOKENS.good()) + "\n";
        Answer answer = RawHttp.send(port, head, "");
        assertThat(answer.isProblem(405)).as(answer.text()).isTrue();
        assertThat(answer.header("Allow")).isEqualTo(allowed);
    }

    @Test
    void hasNoMethodsWhereThereIsNothing() {
        Answer answer = RawHttp.send(port, "TRACE /nothing HTTP/1.1\n" + bearer(EdgeApp.TOKENS.good()) + "\n", "");
        assertThat(answer.isProblem(404)).as(answer.text()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/probe/a%2fb", "/probe/%00", "/probe%2fabc", "/probe;a", "//probe", "/probe/%"})
    void namesThePathThatIsRefused(String path) {
        Answer answer = RawHttp.get(port, path, bearer(EdgeApp.TOKENS.good()), "X-Request-ID: id-43");
        assertThat(answer.isProblem(400)).as(answer.text()).isTrue();
        assertThat(answer.body()).contains("\"instance\":\"" + path + "\"", "\"requestId\":\"id-43\"");
        assertThat(answer.header("X-Request-ID")).isEqualTo("id-43");
    }

    @Test
    void namesTheOccurrenceWhereThePathCannotBeRead() {
        Answer answer = RawHttp.get(port, "/{probe}");
        assertThat(answer.isProblem(400)).as(answer.text()).isTrue();
        assertThat(answer.body()).contains("\"instance\":\"urn:uuid:" + answer.header("X-Request-ID") + "\"");
    }

    @Test
    void saysSomethingWhereAHandlerSaidNothing() {
        Answer answer = RawHttp.get(port, "/silent", bearer(EdgeApp.TOKENS.good()));
        assertThat(answer.isProblem(404)).as(answer.text()).isTrue();
    }

    @Test
    void saysWhatCanBeHadWhereAcceptAsksForSomethingElse() {
        Answer answer = RawHttp.get(port, "/probe", bearer(EdgeApp.TOKENS.good()), "Accept: text/csv");

        assertThat(answer.isProblem(406)).as(answer.text()).isTrue();
    }

    @Test
    void tellsAnUnknownPathToCallersAloneThatAreKnown() {
        assertThat(RawHttp.get(port, "/nothing").status()).isEqualTo(401);
        assertThat(RawHttp.get(port, "/nothing", bearer(EdgeApp.TOKENS.good())).isProblem(404))
                .isTrue();
    }

    @Test
    void rejectsABadParameter() {
        Answer answer = RawHttp.get(port, "/probe?limit=x", bearer(EdgeApp.TOKENS.good()));

        assertThat(answer.isProblem(400)).as(answer.text()).isTrue();
        assertThat(answer.body()).contains("\"field\":\"limit\"", "whole number");
        assertThat(RawHttp.get(port, "/probe?on=x", bearer(EdgeApp.TOKENS.good()))
                        .body())
                .contains("\"field\":\"on\"", "true or false");
    }

    @Test
    void saysNothingInternalWhenItFails() {
        Answer answer = RawHttp.get(port, "/fails", bearer(EdgeApp.TOKENS.good()), "X-Request-ID: oops");

        assertThat(answer.isProblem(500)).as(answer.text()).isTrue();
        assertThat(answer.body()).contains("`oops`").doesNotContain("secret", "IllegalState", "org.");
    }

    @Test
    void waitsForNoPositionThatIsAhead() {
        String token = bearer(EdgeApp.TOKENS.good());

        assertThat(RawHttp.get(port, "/probe", token, "Mandate-At-Least: 100").status())
                .isEqualTo(200);
        Answer ahead = RawHttp.get(port, "/probe", token, "Mandate-At-Least: 101");
        assertThat(ahead.isProblem(503)).as(ahead.text()).isTrue();
        assertThat(ahead.header("Retry-After")).isEqualTo("1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "x", "1.0", "99999999999999999999", "0x1"})
    void rejectsABadPosition(String position) {
        Answer answer = RawHttp.get(port, "/probe", bearer(EdgeApp.TOKENS.good()), "Mandate-At-Least: " + position);

        assertThat(answer.isProblem(400)).as(answer.text()).isTrue();
        assertThat(answer.body()).contains("Mandate-At-Least");
    }

    @Test
    void guardsTheMetricsByADecision() {
        Answer refused = RawHttp.get(port, "/actuator/prometheus", bearer(EdgeApp.TOKENS.good()));
        assertThat(refused.isProblem(403)).as(refused.text()).isTrue();
        assertThat(refused.header("WWW-Authenticate")).contains("insufficient_scope", "scope=\"admin\"");
        assertThat(refused.body()).contains("\"decisionId\":\"d-1\"", "nothing gives it");
        assertThat(RawHttp.get(port, "/actuator/prometheus").status()).isEqualTo(401);

        Answer allowed = RawHttp.get(port, "/actuator/prometheus", bearer(EdgeApp.TOKENS.withScope("admin")));
        assertThat(allowed.status())
                .as("past the door, where there is nothing in this test")
                .isEqualTo(404);
    }

    @Test
    void explainsEachKindOfProblem() {
        Answer answer = RawHttp.get(port, "/problems/insufficient-scope");

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.body()).contains("lacks a scope");
        assertThat(RawHttp.get(port, "/problems/other").isProblem(404)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /probe HTTP/9.9\n",
                "GET /pro be HTTP/1.1\n",
                "GET /{probe} HTTP/1.1\n",
                "GET\n",
                "GET /probe HTTP/1.1\nBad Header: x\n",
                "GET /probe HTTP/1.1\nContent-Length: x\n"
            })
    void leaksNothingWhereTheContainerRefuses(String head) {
        Answer answer = RawHttp.send(port, head, "");

        assertThat(answer.status()).as(answer.text()).isGreaterThanOrEqualTo(400);
        assertThat(answer.text()).doesNotContain("<html", "Tomcat", "Exception", "org.", "java.");
    }

    @ParameterizedTest
    @ValueSource(ints = {9_000, 18_000})
    void refusesAnAddressThatIsTooLongAsAProblem(int length) {
        Answer answer = RawHttp.get(port, "/probe?x=" + "x".repeat(length));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).contains("application/problem+json").doesNotContain("<html", "Tomcat", "org.");
    }

    @Test
    void leaksNothingWhereHeadersAreTooLarge() {
        Answer answer = RawHttp.get(port, "/probe", "X-Large: " + "x".repeat(20_000));

        assertThat(answer.status()).isIn(400, 431);
        assertThat(answer.text()).doesNotContain("<html", "Tomcat", "Exception", "org.", "java.");
    }
}
