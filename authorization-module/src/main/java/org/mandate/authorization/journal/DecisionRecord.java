package org.mandate.authorization.journal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.decision.Action;
import org.mandate.authorization.decision.Reason;
import org.mandate.authorization.decision.Resource;

/**
 * One decision as it was recorded: the whole question, the answer, its reasons, and what they were taken on.
 * @param position the place in the access history whose facts it was taken on
 * @param sequence the place of the record in the journal, dense from 1
 * @param requirement the text form of what had to be met
 * @param mode the journal's mode at that moment
 * @param engine the version of the decision function
 */
public record DecisionRecord(
        String id,
        Instant at,
        long position,
        long sequence,
        Provenance provenance,
        SubjectId subject,
        Map<String, Object> subjectProperties,
        Action action,
        Resource resource,
        Map<String, Object> context,
        String requirement,
        boolean allowed,
        List<Reason> reasons,
        Optional<List<String>> scopes,
        Optional<String> decisionIp,
        String mode,
        String engine) {}
