package org.mandate.http.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.decision.Reason;
import org.mandate.authorization.journal.DecisionRecord;

/**
 * A record as auditors see it. What the caller said beside the question stands last, where there is any.
 * @param username of the subject, where a condition could speak of it
 * @param erased some personal members are gone, since the person was erased
 */
record RecordBody(
        String id,
        Instant at,
        long position,
        long sequence,
        Entity requester,
        Entity subject,
        String action,
        Entity resource,
        String decision,
        List<ReasonBody> reasons,
        Optional<List<String>> scopes,
        Optional<String> ip,
        Optional<String> userAgent,
        String requestId,
        String channel,
        String requirement,
        String mode,
        String engine,
        Optional<String> decisionIp,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> username,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Object> subjectProperties,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Object> actionProperties,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Object> resourceProperties,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Object> context,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean erased) {

    /** A subject or a resource. */
    record Entity(String type, String id) {}

    /** One reason. */
    record ReasonBody(String kind, String name, String detail) {

        static ReasonBody of(Reason reason) {
            return new ReasonBody(reason.kind().label(), reason.name(), reason.detail());
        }
    }

    static RecordBody of(DecisionRecord made) {
        return new RecordBody(
                made.id(),
                made.at(),
                made.position(),
                made.sequence(),
                entity(made.provenance().requester()),
                entity(made.subject()),
                made.action().name(),
                new Entity(made.resource().type(), made.resource().id()),
                made.allowed() ? "allow" : "deny",
                made.reasons().stream().map(ReasonBody::of).toList(),
                made.scopes(),
                made.provenance().ip(),
                made.provenance().userAgent(),
                made.provenance().requestId(),
                made.provenance().channel().label(),
                made.requirement(),
                made.mode(),
                made.engine(),
                made.decisionIp(),
                made.username(),
                made.subjectProperties(),
                made.action().properties(),
                made.resource().properties(),
                made.context(),
                made.erased());
    }

    private static Entity entity(SubjectId subject) {
        return new Entity(subject.type(), subject.id());
    }
}
