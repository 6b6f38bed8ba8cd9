package org.mandate.http.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mandate.enforcement.Caller;
import org.mandate.http.edge.RawHttp.Answer;
import org.mandate.http.json.Form;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@SpringBootTest(
        classes = {EdgeApp.class, EdgeTest.Probe.class},
        webEnvironment = WebEnvironment.RANDOM_PORT)
class EdgeTest {
    private static final String JSON = "application/json";
    private static final String WHOLE = "{\"name\":\"a\",\"count\":1,\"tags\":[]}";

    @LocalServerPort
    private int port;

    @AfterEach
    void sessionsLiveAgain() {
        EdgeApp.ENDED.clear();
    }

    @Test
    void answersACallerWithAGoodToken() {
        Answer answer = RawHttp.get(port, "/probe", bearer(EdgeApp.TOKENS.good()), "User-Agent: test agent");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).contains("u-1", "live-session", "test agent", "127.0.0.1", "HTTP");
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.header("Content-Security-Policy")).startsWith("default-src 'none'");
    }

    @Test
    void challengesWithoutAnErrorWhereNoTokenWasSent() {
        Answer answer = RawHttp.get(port, "/probe");

        assertThat(answer.isProblem(401)).as(answer.text()).isTrue();
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
    }

    static Stream<Arguments> badTokens() {
        TestTokens tokens = EdgeApp.TOKENS;
        Date past = Date.from(Instant.now().minusSeconds(31));
        Date future = Date.from(Instant.now().plusSeconds(60));
        return Stream.of(
                Arguments.of("expired", tokens.signed(claims -> claims.expirationTime(past))),
                Arguments.of("without expiry", tokens.signed(claims -> claims.expirationTime(null))),
                Arguments.of("not yet good", tokens.signed(claims -> claims.notBeforeTime(future))),
                Arguments.of("another issuer", tokens.signed(claims -> claims.issuer("http://evil.test"))),
                Arguments.of("another audience", tokens.signed(claims -> claims.audience("other"))),
                Arguments.of("more audiences", tokens.signed(claims -> claims.audience(List.of("mandate", "other")))),
                Arguments.of("no subject", tokens.signed(claims -> claims.subject(null))),
                Arguments.of("no session", tokens.signed(claims -> claims.claim("sid", null))),
                Arguments.of("a dead session", tokens.signed(claims -> claims.claim("sid", "ended"))),
                Arguments.of("a scope that is no string", tokens.signed(claims -> claims.claim("scope", List.of("a")))),
                Arguments.of("type JWT", tokens.signedAs("JWT", claims -> claims)),
                Arguments.of("another key", tokens.byAnotherKey()),
                Arguments.of("a key of its own", tokens.withEmbeddedKey()),
                Arguments.of("a MAC over the public key", tokens.macOverPublicKey()),
                Arguments.of("unsigned", tokens.unsigned()),
                Arguments.of("cut", tokens.good().substring(0, 300)),
                Arguments.of("changed", changed(tokens.good())),
                Arguments.of("garbage", "garbage"),
                Arguments.of("opaque", "r_0123456789abcdef0123456789abcdef"),
                Arguments.of("huge", "a".repeat(5000)));
    }

    private static String changed(String token) {
        int dot = token.lastIndexOf('.');
        char first = token.charAt(dot + 1);
        return token.substring(0, dot + 1) + (first == 'A' ? 'B' : 'A') + token.substring(dot + 2);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badTokens")
    void rejectsABadToken(String name, String token) {
        Answer answer = RawHttp.get(port, "/probe", bearer(token));

        assertThat(answer.isProblem(401)).as(answer.text()).isTrue();
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer error=\"invalid_token\"");
    }

    @Test
    void rejectsAVerifiedTokenOnceItsSessionHasEnded() {
        String token = EdgeApp.TOKENS.good();
        assertThat(RawHttp.get(port, "/probe", bearer(token)).status()).isEqualTo(200);

        EdgeApp.ENDED.put(EdgeApp.LIVE, true);

        assertThat(RawHttp.get(port, "/probe", bearer(token)).status()).isEqualTo(401);
    }

    @Test
    void rejectsAVerifiedTokenOnceItsKeyIsNoLongerPublished() {
        String token = EdgeApp.TOKENS.good();
        assertThat(RawHttp.get(port, "/probe", bearer(token)).status()).isEqualTo(200);

        EdgeApp.TOKENS.rotate();

        assertThat(RawHttp.get(port, "/probe", bearer(token)).status()).isEqualTo(401);
        assertThat(RawHttp.get(port, "/probe", bearer(EdgeApp.TOKENS.good())).status())
                .isEqualTo(200);
    }

    @Test
    void rejectsTwoAuthorizations() {
        String token = EdgeApp.TOKENS.good();

        assertThat(RawHttp.get(port, "/probe", bearer(token), bearer(token)).status())
                .isEqualTo(401);
    }

    @Test
    void takesTheSchemeInAnyCaseAndNothingFromTheQuery() {
        String token = EdgeApp.TOKENS.good();

        assertThat(RawHttp.get(port, "/probe", "Authorization: bEARER " + token).status())
                .isEqualTo(200);
        assertThat(RawHttp.get(port, "/probe?access_token=" + token).status()).isEqualTo(401);
    }

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
    void makesARequestIdWhereNoneOrAnOddOneCame() {
        String token = bearer(EdgeApp.TOKENS.good());

        assertThat(RawHttp.get(port, "/probe", token).header("X-Request-ID")).hasSize(36);
        assertThat(RawHttp.get(port, "/probe", token, "X-Request-ID: " + "x".repeat(129))
                        .header("X-Request-ID"))
                .hasSize(36);
        assertThat(RawHttp.get(port, "/probe", token, "X-Request-ID: a b").header("X-Request-ID"))
                .hasSize(36);
    }

    @Test
    void returnsAnyRequestIdAsSentToAuthZenCallers() {
        String odd = "a b;\"c\" " + "x".repeat(300);

        assertThat(RawHttp.get(port, "/access/v1/evaluation", "X-Request-ID: " + odd)
                        .header("X-Request-ID"))
                .isEqualTo(odd);
    }

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

    @Test
    void letsAStaleTokenNotBarTheWayToAFreshOne() {
        Answer answer = RawHttp.post(port, "/auth/login", "application/x-www-form-urlencoded", "a=b", bearer("stale"));

        assertThat(answer.status()).isEqualTo(200);
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

    @Test
    void leaksNothingWhereHeadersAreTooLarge() {
        Answer answer = RawHttp.get(port, "/probe", "X-Large: " + "x".repeat(20_000));

        assertThat(answer.status()).isIn(400, 431);
        assertThat(answer.text()).doesNotContain("<html", "Tomcat", "Exception", "org.", "java.");
    }

    private static String bearer(String token) {
        return "Authorization: Bearer " + token;
    }

    /** What a controller sees and does. */
    @RestController
    static class Probe {
        @GetMapping(path = "/probe", produces = MediaType.APPLICATION_JSON_VALUE)
        List<String> who(
                Caller caller, @RequestParam(defaultValue = "1") int limit, @RequestParam Optional<Boolean> on) {
            return List.of(caller.toString(), caller.channel().name());
        }

        @PostMapping(path = "/probe", consumes = MediaType.APPLICATION_JSON_VALUE)
        Body read(@RequestBody Body body) {
            return body;
        }

        @PostMapping("/echo")
        Body echo(@RequestBody Body body) {
            return body;
        }

        @PatchMapping("/probe")
        Body patch(@RequestBody Body body) {
            return body;
        }

        @GetMapping("/fails")
        String fail() {
            throw new IllegalStateException("secret");
        }

        @PostMapping(path = "/auth/login", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
        Form login(Form form) {
            return form;
        }
    }

    record Body(
            String name,
            int count,
            List<String> tags,
            Optional<Boolean> on,
            Optional<Instant> at,
            Optional<Inner> inner) {}

    record Inner(String id) {}
}
