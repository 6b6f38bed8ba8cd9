package org.mandate.authorization.journal;

import org.mandate.authorization.event.DecisionEvent;
import org.mandate.authorization.event.DecisionMade;
import org.mandate.authorization.event.DecisionsLost;

/** Records in the published language of events. */
final class RecordedEvents {

    private RecordedEvents() {}

    static DecisionEvent of(JournalEntry entry) {
        if (entry instanceof LostDecisions lost) {
            return new DecisionsLost(lost.id(), lost.at(), lost.count(), lost.from(), lost.to(), lost.mode());
        }
        return made((DecisionRecord) entry);
    }

    private static DecisionMade made(DecisionRecord record) {
        var provenance = record.provenance();
        return new DecisionMade(
                record.id(),
                record.at(),
                record.position(),
                provenance.requester().type(),
                provenance.requester().id(),
                record.subject().type(),
                record.subject().id(),
                record.username().orElse(null),
                record.subjectProperties(),
                record.action().name(),
                record.action().properties(),
                record.resource().type(),
                record.resource().id(),
                record.resource().properties(),
                record.context(),
                record.requirement(),
                record.allowed(),
                record.reasons().stream()
                        .map(reason -> new DecisionMade.Because(reason.kind().label(), reason.name(), reason.detail()))
                        .toList(),
                record.scopes().orElse(null),
                record.decisionIp().orElse(null),
                provenance.ip().orElse(null),
                provenance.userAgent().orElse(null),
                provenance.requestId(),
                provenance.channel().label(),
                record.mode(),
                record.engine());
    }
}
