package org.mandate.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Where the decision point says that it is. */
@ParameterizedClass
@EnumSource(Server.class)
class DiscoveryTest {

    private static final String PATH = "/.well-known/authzen-configuration";
    private static final String BASE = "http://localhost:8080";

    @Parameter
    Server server;

    @Test
    void namesItsEndpointsWhateverHostWasAsked() {
        var answer = server.api().get(PATH, "X-Forwarded-Host", "evil.example.org", "X-Request-ID", "d-1");

        assertThat(answer.expect(200).header("Content-Type")).hasValue("application/json");
        assertThat(answer.header("Cache-Control").orElse("")).contains("max-age=");
        assertThat(answer.header("X-Request-ID")).hasValue("d-1");
        var configuration = answer.json();
        assertThat(configuration.path("policy_decision_point").asString()).isEqualTo(BASE);
        for (var endpoint : configuration.propertyNames().stream()
                .filter(name -> name.endsWith("_endpoint"))
                .toList()) {
            var address = configuration.path(endpoint).asString();
            assertThat(address).startsWith(BASE + "/access/v1/");
            server.admin().api().post(address.substring(BASE.length()), "{").expectProblem(400);
        }
        assertThat(configuration.propertyNames())
                .contains(
                        "access_evaluation_endpoint",
                        "access_evaluations_endpoint",
                        "search_subject_endpoint",
                        "search_resource_endpoint",
                        "search_action_endpoint",
                        "signed_metadata")
                .doesNotContain("capabilities");
    }

    @Test
    void signsWhatItSays() throws Exception {
        var configuration = server.api().get(PATH).expect(200).json();
        var jwt = SignedJWT.parse(configuration.path("signed_metadata").asString());

        var keys = JWKSet.parse(server.api().get("/oauth2/jwks").expect(200).body());
        var key = keys.getKeyByKeyId(jwt.getHeader().getKeyID()).toRSAKey();
        assertThat(jwt.getHeader().getAlgorithm().getName()).isEqualTo("RS256");
        assertThat(jwt.verify(new RSASSAVerifier(key))).isTrue();
        var claims = jwt.getJWTClaimsSet();
        assertThat(claims.getIssuer()).isEqualTo(BASE);
        for (var name : configuration.propertyNames()) {
            if (name.equals("signed_metadata")) {
                assertThat(claims.getClaim(name)).isNull();
            } else {
                assertThat(claims.getClaim(name))
                        .isEqualTo(configuration.path(name).asString());
            }
        }
    }

    @Test
    void isNoTokenItself() {
        var signed = server.api().get(PATH).expect(200).text("signed_metadata");

        server.api().as(signed).get("/users/me").expectProblem(401);
    }
}
