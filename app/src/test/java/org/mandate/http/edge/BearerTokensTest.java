package org.mandate.http.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mandate.http.edge.RawHttp.Answer;

/** Which tokens the edge takes. */
class BearerTokensTest extends EdgeContract {

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

    @Test
    void letsAStaleTokenNotBarTheWayToAFreshOne() {
        Answer answer = RawHttp.post(port, "/auth/login", "application/x-www-form-urlencoded", "a=b", bearer("stale"));

        assertThat(answer.status()).isEqualTo(200);
    }
}
