package org.mandate.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.mandate.authorization.integrity.OfflineVerifier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Heads and proofs as an auditor checks them, with nothing but the JDK. */
@ParameterizedClass
@EnumSource(Server.class)
class IntegrityApiTest {

    private static final Base64.Decoder BASE64 = Base64.getDecoder();

    @Parameter
    Server server;

    @TempDir
    Path directory;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    private Api auditor() {
        return server.admin().api();
    }

    @Test
    void signsTheTreeHeadWithAPublishedKey() throws GeneralSecurityException {
        var head = auditor().get("/audit/tree-head").expect(200).json();
        var keys = auditor().get("/audit/keys").expect(200).json().path("keys");

        assertThat(head.propertyNames()).containsExactlyInAnyOrder("size", "rootHash", "at", "signature", "keyId");
        var key = keys.valueStream()
                .filter(each -> each.path("keyId").equals(head.path("keyId")))
                .findFirst()
                .orElseThrow();
        assertThat(BASE64.decode(key.path("publicKey").asString())).hasSize(32);
        assertThat(key.path("from").asString()).isNotEmpty();
        var pem = auditor()
                .get("/audit/keys/" + key.path("keyId").asString() + ".pem")
                .expect(200)
                .body();
        assertThat(verifies(pem, head)).isTrue();
    }

    private static boolean verifies(String pem, JsonNode head) throws GeneralSecurityException {
        var encoded =
                pem.lines().filter(line -> !line.startsWith("---")).findFirst().orElseThrow();
        var verifier = Signature.getInstance("Ed25519");
        verifier.initVerify(
                KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(BASE64.decode(encoded))));
        var text = head.path("size").asLong() + "\n" + head.path("rootHash").asString() + "\n"
                + head.path("at").asString();
        verifier.update(text.getBytes(StandardCharsets.UTF_8));
        return verifier.verify(BASE64.decode(head.path("signature").asString()));
    }

    @Test
    void provesARecordThatItHasJustAnswered() throws GeneralSecurityException {
        var id = server.join().api().get("/admin/dashboard").expectProblem(403).text("decisionId");

        InclusionProof.of(auditor(), id).leadsToItsRoot();
    }

    @Test
    void provesThatTheLogOnlyGrew() {
        var first = auditor()
                .get("/audit/tree-head")
                .expect(200)
                .json()
                .path("size")
                .asLong();
        var id = server.join().api().get("/admin/dashboard").expectProblem(403).text("decisionId");
        var second = auditor()
                .get("/audit/decisions/" + id + "/proof")
                .expect(200)
                .json()
                .path("treeSize")
                .asLong();

        var proof = auditor()
                .get("/audit/consistency?first=" + first + "&second=" + second)
                .expect(200)
                .json();

        assertThat(second).isGreaterThan(first);
        assertThat(proof.path("first").asLong()).isEqualTo(first);
        assertThat(proof.path("second").asLong()).isEqualTo(second);
        assertThat(proof.path("path").isArray()).isTrue();
        auditor().get("/audit/consistency?first=3&second=2").expectFault("second");
        auditor().get("/audit/consistency?first=-1&second=2").expectFault("first");
        auditor().get("/audit/consistency?first=1&second=999999999").expectFault("second");
        auditor().get("/audit/consistency?first=1").expectFault("second");
    }

    @Test
    void verifiesTheWholeJournal() {
        var verdict = auditor().post("/audit/verify").expect(200).json();

        assertThat(verdict.path("ok").asBoolean()).isTrue();
        assertThat(verdict.path("decisions").asLong()).isPositive();
        assertThat(verdict.has("first")).isFalse();
        auditor().get("/audit/verify/unknown").expectProblem(404);
    }

    @Test
    void keepsWhatAVerificationFound() {
        var auditor = server.join("auditor");
        auditor.api().post("/audit/verify").expect(200);

        var newest = auditor().get("/audit/verify?limit=50").expect(200).items().stream()
                .filter(item -> item.path("by").asString().equals(auditor.id()))
                .toList();

        assertThat(newest).singleElement().satisfies(item -> {
            assertThat(item.path("ok").asBoolean()).isTrue();
            assertThat(item.path("decisions").asLong()).isPositive();
            assertThat(item.has("first")).isFalse();
            assertThat(item.path("endedAt").asString()).isNotEmpty();
        });
        auditor().get("/audit/verify?limit=0").expectFault("limit");
        server.join().api().get("/audit/verify").expectProblem(403);
    }

    @Test
    void knowsOfNoGapInTheModeStrict() {
        var gaps = auditor().get("/audit/gaps").expect(200);

        assertThat(gaps.items()).isEmpty();
        assertThat(gaps.json().path("next").isNull()).isTrue();
        auditor().get("/audit/gaps?cursor=x").expectFault("cursor");
        auditor().get("/audit/gaps?limit=0").expectFault("limit");
        server.join().api().get("/audit/gaps").expectProblem(403);
    }

    @Test
    void rotatesTheKeyForAdministrators() {
        var before =
                auditor().get("/audit/keys").expect(200).json().path("keys").size();
        server.join("auditor").api().post("/audit/keys/rotate").expectProblem(403);

        var keys = auditor().post("/audit/keys/rotate").expect(200).json().path("keys");

        assertThat(keys).hasSize(before + 1);
        assertThat(keys.get(before).has("until")).isFalse();
        assertThat(keys.get(before - 1).path("until").asString()).isNotEmpty();
        assertThat(auditor().post("/audit/verify").expect(200).json().path("ok").asBoolean())
                .isTrue();
    }

    @Test
    void exportsWhatIsVerifiedOffline() throws IOException {
        server.join().api().get("/admin/dashboard").expectProblem(403);
        var head = auditor().get("/audit/tree-head").expect(200);
        var export = auditor()
                .get("/audit/decisions/export", "Accept", "application/x-ndjson")
                .expect(200);
        var pem = new StringBuilder();
        for (var key : auditor().get("/audit/keys").expect(200).json().path("keys")) {
            pem.append(auditor()
                    .get("/audit/keys/" + key.path("keyId").asString() + ".pem")
                    .body());
        }
        Files.writeString(directory.resolve("key.pem"), pem);
        Files.writeString(directory.resolve("head.json"), head.body());

        assertThat(verify(export.body())).isZero();
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("newer than the kept head");
        said.reset();
        var lines = new ArrayList<>(export.body().lines().toList());
        var id = JsonMapper.shared().readTree(lines.remove(4)).path("id").asString();
        assertThat(verify(String.join("\n", lines) + "\n")).isEqualTo(1);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("sequence 5").doesNotContain(id);
        said.reset();
        lines = new ArrayList<>(export.body().lines().toList());
        lines.set(6, lines.get(6).replaceFirst("\"requestId\":\"", "\"requestId\":\"x"));
        assertThat(verify(String.join("\n", lines) + "\n")).isEqualTo(1);
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("sequence 7")
                .contains(JsonMapper.shared().readTree(lines.get(6)).path("id").asString());
    }

    private int verify(String export) throws IOException {
        var file = directory.resolve("export.ndjson");
        Files.writeString(file, export);
        var out = new PrintStream(said, true, StandardCharsets.UTF_8);
        return new OfflineVerifier(out, out)
                .run(List.of(
                        "--export", file.toString(),
                        "--public-key", directory.resolve("key.pem").toString(),
                        "--head", directory.resolve("head.json").toString()));
    }

    @Test
    void isOpenToAuditorsAlone() {
        for (var path : List.of("/audit/tree-head", "/audit/keys", "/audit/consistency?first=0&second=0")) {
            server.join().api().get(path).expectProblem(403);
            server.api().get(path).expectProblem(401);
            server.join("auditor").api().get(path).expect(200);
        }
        server.join().api().post("/audit/verify").expectProblem(403);
        auditor().get("/audit/decisions/unknown/proof").expectProblem(404);
        auditor().get("/audit/keys/unknown.pem").expectProblem(404);
    }
}
