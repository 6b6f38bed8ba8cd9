package org.mandate.authorization.integrity;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one line of an export says by itself.
 * @param sequence 0 where it cannot be read
 * @param leafHash of the record's canonical bytes; null only where there is a fault
 */
@SuppressWarnings("ArrayRecordComponent")
record CheckedLine(
        Optional<String> id,
        long sequence,
        byte @Nullable [] leafHash,
        Optional<TileProof> proof,
        Optional<String> fault) {}
