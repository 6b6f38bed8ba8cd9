package org.mandate.authorization.integrity;

import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Whether a record is in the journal, and its proof.
 * @param known there is such a record
 * @param proof empty where there is none, or while the tree has not reached it
 */
public record Inclusion(boolean known, Optional<Proof> proof) {

    static final Inclusion UNKNOWN = new Inclusion(false, Optional.empty());
    static final Inclusion BEHIND = new Inclusion(true, Optional.empty());

    /**
     * An inclusion proof of RFC 9162; hashes and bytes in base64.
     * @param leafInput the canonical bytes of the record
     * @param head the signed head that the root is of
     */
    public record Proof(
            long leafIndex,
            long treeSize,
            String leafHash,
            String leafInput,
            List<String> path,
            String rootHash,
            TreeHead head) {

        /** Whether the bytes of the record lead to the root of the head, and one of these keys signed that head. */
        public boolean holds(List<JournalKey> keys) {
            var decoder = Base64.getDecoder();
            var leaf = Hashes.leaf(decoder.decode(leafInput));
            var hashes = path.stream().map(decoder::decode).toList();
            var halves =
                    keys.stream().map(key -> PublicHalf.ofRaw(key.publicKey())).toList();
            return head.isSignedBy(halves) && ProofCheck.inclusion(leafIndex, head.size(), leaf, hashes, head.root());
        }
    }
}
