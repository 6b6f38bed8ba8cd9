package org.mandate.enforcement;

import static org.mandate.enforcement.EnforcementTable.AUDITOR;
import static org.mandate.enforcement.RowBuilder.on;

import java.util.List;
import org.mandate.authorization.audit.ExportDecisions;
import org.mandate.authorization.audit.FindDecision;
import org.mandate.authorization.audit.FindDecisions;
import org.mandate.authorization.audit.FindDistribution;
import org.mandate.authorization.audit.FindGaps;
import org.mandate.authorization.audit.FindRefusals;
import org.mandate.authorization.audit.FindStatistics;
import org.mandate.authorization.audit.FollowDecisions;

/** The lines of the table for what auditors ask of the journal. */
final class AuditRows {

    private AuditRows() {}

    static List<RowBuilder<?>> all() {
        return List.of(
                on(FindDecisions.class).does("read", "decisions").needs(AUDITOR),
                on(FindDecision.class)
                        .does("read", "decisions", FindDecision::id)
                        .needs(AUDITOR),
                on(FindStatistics.class).does("count", "decisions").needs(AUDITOR),
                on(FindDistribution.class).does("count", "decisions").needs(AUDITOR),
                on(FindRefusals.class).does("count", "decisions").needs(AUDITOR),
                on(FindGaps.class).does("read", "decisions").needs(AUDITOR),
                on(ExportDecisions.class).does("export", "decisions").needs(AUDITOR),
                on(FollowDecisions.class).does("follow", "decisions").needs(AUDITOR));
    }
}
