package org.mandate.authorization.integrity;

import java.util.Optional;

/**
 * What a walk through the journal found.
 * @param decisions how many records were looked at and are as they were written
 * @param retired what retention has taken away before
 * @param first the first that is not as it was written
 */
public record JournalVerdict(boolean ok, long decisions, Optional<Retired> retired, Optional<Alteration> first) {

    /** Of a tree that contradicts itself before a record could be named. */
    static JournalVerdict of(TreeFault fault, long decisions) {
        var first = new Alteration(Optional.empty(), 1, String.valueOf(fault.getMessage()));
        return new JournalVerdict(false, decisions, Optional.empty(), Optional.of(first));
    }
}
