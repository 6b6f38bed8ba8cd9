package org.mandate.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.text.ParseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/** Tokens that anybody could make. What the server itself signs for another time or place is held by the edge's own tests. */
@ParameterizedClass
@EnumSource(Server.class)
class BadTokensTest {

    @Parameter
    Server server;

    @ParameterizedTest
    @ValueSource(strings = {"x", "a.b.c", "..", "eyJhbGciOiJSUzI1NiJ9.e30.AAAA"})
    void refusesWhatIsNoToken(String token) {
        refuses(token);
    }

    @Test
    void refusesATokenWithoutASignature() {
        var parts = server.admin().access().split("\\.");

        refuses(Tokens.encode("{\"alg\":\"none\",\"typ\":\"at+jwt\"}") + "." + parts[1] + ".");
        refuses(parts[0] + "." + parts[1] + ".");
        refuses(parts[0] + "." + parts[1]);
    }

    @Test
    void refusesATokenWhoseClaimsWereChanged() {
        var parts = server.join().access().split("\\.");
        var claims = (ObjectNode) Tokens.claims(server.join().access());
        claims.put("sub", server.admin().id());

        refuses(parts[0] + "." + Tokens.encode(claims.toString()) + "." + parts[2]);
    }

    @Test
    void refusesATokenOfAnotherKey() throws JOSEException {
        var header = Tokens.header(server.admin().access());
        var signer = new RSASSASigner(new RSAKeyGenerator(2048).generate());

        refuses(sign(JWSAlgorithm.RS256, header.path("kid").asString(), signer));
        refuses(sign(JWSAlgorithm.RS256, "another", signer));
    }

    @Test
    void refusesAPublicKeyAsASecret() throws JOSEException, ParseException {
        var published = server.api().get("/oauth2/jwks").expect(200).body();
        var key = JWKSet.parse(published).getKeys().get(0);

        refuses(sign(
                JWSAlgorithm.HS256,
                key.getKeyID(),
                new MACSigner(key.toRSAKey().toRSAPublicKey().getEncoded())));
    }

    @Test
    void refusesARefreshTokenAsAnAccessToken() {
        refuses(server.join().refresh());
    }

    private String sign(JWSAlgorithm algorithm, String key, JWSSigner signer) throws JOSEException {
        var header = new JWSHeader.Builder(algorithm).keyID(key).build();
        var token = new JWSObject(
                header, new Payload(Tokens.claims(server.admin().access()).toString()));
        token.sign(signer);
        return token.serialize();
    }

    private void refuses(String token) {
        var refused = server.api().as(token).get("/admin/dashboard").expectProblem(401);
        assertThat(refused.header("WWW-Authenticate"))
                .hasValueSatisfying(value -> assertThat(value).contains("invalid_token"));
    }
}
