package org.mandate.authorization.integrity;

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
            TreeHead head) {}
}
