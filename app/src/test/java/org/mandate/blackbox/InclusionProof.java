package org.mandate.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A proof that a record is in the journal, checked as an auditor checks it, with nothing but the JDK. */
record InclusionProof(JsonNode json) {

    private static final Base64.Decoder BASE64 = Base64.getDecoder();

    static InclusionProof of(Api api, String id) {
        return new InclusionProof(
                api.get("/audit/decisions/" + id + "/proof").expect(200).json());
    }

    void leadsToItsRoot() {
        assertThat(json.propertyNames()).contains("leafIndex", "treeSize", "leafHash", "leafInput", "path", "rootHash");
        var leaf = sha256(new byte[] {0}, bytes("leafInput"));
        assertThat(bytes("leafHash")).isEqualTo(leaf);
        assertThat(root(leaf)).isEqualTo(bytes("rootHash"));
    }

    private byte[] bytes(String member) {
        return BASE64.decode(json.path(member).asString());
    }

    /** RFC 9162, section 2.1.3.2, written once more. */
    private byte[] root(byte[] leaf) {
        var fn = json.path("leafIndex").asLong();
        var sn = json.path("treeSize").asLong() - 1;
        var r = leaf;
        for (var node : json.path("path")) {
            var p = BASE64.decode(node.asString());
            if (fn % 2 == 1 || fn == sn) {
                r = sha256(new byte[] {1}, p, r);
                while (fn % 2 == 0 && fn != 0) {
                    fn /= 2;
                    sn /= 2;
                }
            } else {
                r = sha256(new byte[] {1}, r, p);
            }
            fn /= 2;
            sn /= 2;
        }
        assertThat(sn).isZero();
        return r;
    }

    private static byte[] sha256(byte[]... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            List.of(parts).forEach(digest::update);
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
