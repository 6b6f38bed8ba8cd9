package org.mandate.enforcement;

import static org.mandate.enforcement.EnforcementTable.ADMINISTRATOR;
import static org.mandate.enforcement.EnforcementTable.AUDITOR;
import static org.mandate.enforcement.RowBuilder.on;

import java.util.List;
import org.mandate.authorization.integrity.FindConsistency;
import org.mandate.authorization.integrity.FindInclusion;
import org.mandate.authorization.integrity.FindJournalKeys;
import org.mandate.authorization.integrity.FindTreeHead;
import org.mandate.authorization.integrity.FindVerification;
import org.mandate.authorization.integrity.FindVerifications;
import org.mandate.authorization.integrity.RotateJournalKeys;
import org.mandate.authorization.integrity.VerifyJournal;

/** The lines of the table for the journal's integrity. */
final class IntegrityRows {

    private IntegrityRows() {}

    static List<RowBuilder<?>> all() {
        return List.of(
                on(FindTreeHead.class).does("prove", "decisions").needs(AUDITOR),
                on(FindConsistency.class).does("prove", "decisions").needs(AUDITOR),
                on(FindInclusion.class)
                        .does("prove", "decisions", FindInclusion::id)
                        .needs(AUDITOR),
                on(FindJournalKeys.class).does("prove", "decisions").needs(AUDITOR),
                on(VerifyJournal.class).does("verify", "decisions").needs(AUDITOR),
                on(FindVerifications.class).does("verify", "decisions").needs(AUDITOR),
                on(FindVerification.class).does("verify", "decisions").needs(AUDITOR),
                on(RotateJournalKeys.class).does("rotate", "journal-keys").needs(ADMINISTRATOR));
    }
}
