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
 * @param username of the user that the subject is; empty where no condition could speak of it
 * @param requirement the text form of what had to be met
 * @param scopes of the token, ordered; empty where no token was involved
 * @param decisionIp the address that network-bound grants were judged by
 * @param mode the journal's mode at that moment
 * @param engine the version of the decision function
 * @param sealed the personal fields as they are stored; the other members show what of them could be opened
 */
public record DecisionRecord(
        String id,
        Instant at,
        long position,
        long sequence,
        Provenance provenance,
        SubjectId subject,
        Optional<String> username,
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
        String engine,
        List<SealedPart> sealed)
        implements JournalEntry {

    /** Some of its personal fields are gone for good, since the key of the person was destroyed. */
    public boolean erased() {
        return sealed.stream().anyMatch(part -> part.opening().isEmpty());
    }

    DecisionRecord with(List<SealedPart> parts) {
        return new DecisionRecord(
                id,
                at,
                position,
                sequence,
                provenance,
                subject,
                username,
                subjectProperties,
                action,
                resource,
                context,
                requirement,
                allowed,
                reasons,
                scopes,
                decisionIp,
                mode,
                engine,
                parts);
    }

    /** The same with these personal fields. */
    DecisionRecord with(PersonalFields fields) {
        return new DecisionRecord(
                id,
                at,
                position,
                sequence,
                new Provenance(
                        provenance.requester(),
                        fields.ip(),
                        fields.userAgent(),
                        provenance.requestId(),
                        provenance.channel()),
                subject,
                fields.username(),
                fields.subjectProperties(),
                new Action(action.name(), fields.actionProperties()),
                new Resource(resource.type(), resource.id(), fields.resourceProperties()),
                fields.context(),
                requirement,
                allowed,
                reasons,
                scopes,
                fields.decisionIp(),
                mode,
                engine,
                sealed);
    }
}
