package org.mandate.authorization.journal;

import java.util.Optional;
import java.util.UUID;

/**
 * A whole row of the journal's table: the record, and the columns beside it that repeat what is in its bytes.
 * @param madeAt microseconds since 1970
 */
public record StoredRow(Stored stored, UUID id, long madeAt) {

    /** What of the columns is not what the bytes say; only to be asked of bytes that are known to be sound. */
    public Optional<String> fault() {
        var bytes = stored.canonical();
        if (!CanonicalForm.idIn(bytes).equals(id)) {
            return Optional.of("its column `id` was changed: its bytes have another");
        }
        return CanonicalForm.microsIn(bytes) == madeAt
                ? Optional.empty()
                : Optional.of("its column `made_at` was changed: its bytes have another instant");
    }
}
