package org.mandate.console;

import java.time.Instant;
import java.util.List;
import org.mandate.authorization.decision.Reason;
import org.mandate.authorization.journal.DecisionRecord;
import org.mandate.authorization.journal.Provenance;
import org.mandate.oversight.Names;

/**
 * A recorded decision as a row of a list.
 * @param preview whether it was only asked what the change would do
 */
public record RecordRow(
        String id,
        Instant at,
        String subjectType,
        String subject,
        String subjectName,
        String requesterType,
        String requester,
        String requesterName,
        String action,
        String resourceType,
        String resource,
        String resourceName,
        boolean allowed,
        String channel,
        List<Because> reasons,
        boolean preview) {

    /** Why, in one sentence. */
    public record Because(String kind, String name, String detail) {

        /** A reason as pages show it. */
        public static Because of(Reason reason) {
            return of(reason, Names.NONE);
        }

        private static Because of(Reason reason, Names names) {
            return new Because(reason.kind().label(), reason.name(), Sentence.of(names.in(reason.detail())));
        }
    }

    /** The row of a record, with names in place of the ids of users. */
    public static RecordRow of(DecisionRecord made, Names names) {
        return new RecordRow(
                made.id(),
                made.at(),
                made.subject().type(),
                made.subject().id(),
                names.of(made.subject().id()),
                made.provenance().requester().type(),
                made.provenance().requester().id(),
                names.of(made.provenance().requester().id()),
                made.action().name(),
                made.resource().type(),
                made.resource().id(),
                names.of(made.resource().id()),
                made.allowed(),
                made.provenance().channel().label(),
                made.reasons().stream().map(reason -> Because.of(reason, names)).toList(),
                isPreview(made));
    }

    /** Our own word in the context of a record; a foreign application's context has the words that it likes. */
    private static boolean isPreview(DecisionRecord made) {
        return Boolean.TRUE.equals(made.context().get("preview"))
                && made.provenance().channel() != Provenance.Channel.ACCESS_API;
    }
}
