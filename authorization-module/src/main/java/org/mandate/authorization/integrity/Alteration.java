package org.mandate.authorization.integrity;

import java.util.Optional;

/**
 * The first record that is not as it was written.
 * @param id of the record that stands there; empty where none does, or none that can be read
 * @param sequence its place, or the first place that it can be at
 * @param last the last place that it can be at
 */
public record Alteration(Optional<String> id, long sequence, long last, String fault) {

    /** One whose place is known. */
    Alteration(Optional<String> id, long sequence, String fault) {
        this(id, sequence, sequence, fault);
    }
}
