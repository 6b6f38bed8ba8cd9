package org.mandate.authorization.integrity;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.decision.Reason;
import org.mandate.authorization.journal.DecisionRecord;
import org.mandate.authorization.journal.JournalEntry;
import org.mandate.authorization.journal.LostDecisions;
import org.mandate.authorization.journal.SealedPart;
import tools.jackson.core.JsonGenerator;

/**
 * A record as JSON: the one form in which auditors read it, it is exported and verified. What the caller said beside the
 * question stands last, where there is any.
 */
final class RecordJson {

    private RecordJson() {}

    /** The sealed parts and what opens them stand last: from them the canonical bytes can be made again. */
    static void writeMembers(JournalEntry entry, JsonGenerator out) {
        out.writeStringProperty("id", entry.id());
        out.writeStringProperty("at", entry.at().toString());
        if (entry instanceof DecisionRecord decision) {
            decision(decision, out);
            free(decision, out);
            seals(decision.sealed(), out);
        } else if (entry instanceof LostDecisions lost) {
            out.writeNumberProperty("sequence", lost.sequence());
            out.writeNumberProperty("lost", lost.count());
            out.writeStringProperty("from", lost.from().toString());
            out.writeStringProperty("to", lost.to().toString());
            out.writeStringProperty("mode", lost.mode());
        }
    }

    private static void decision(DecisionRecord decision, JsonGenerator out) {
        var provenance = decision.provenance();
        out.writeNumberProperty("position", decision.position());
        out.writeNumberProperty("sequence", decision.sequence());
        entity("requester", provenance.requester(), out);
        entity("subject", decision.subject(), out);
        out.writeStringProperty("action", decision.action().name());
        entity("resource", decision.resource().type(), decision.resource().id(), out);
        out.writeStringProperty("decision", decision.allowed() ? "allow" : "deny");
        reasons(decision.reasons(), out);
        scopes(decision.scopes(), out);
        textOrNull("ip", provenance.ip(), out);
        textOrNull("userAgent", provenance.userAgent(), out);
        out.writeStringProperty("requestId", provenance.requestId());
        out.writeStringProperty("channel", provenance.channel().label());
        out.writeStringProperty("requirement", decision.requirement());
        out.writeStringProperty("mode", decision.mode());
        out.writeStringProperty("engine", decision.engine());
        textOrNull("decisionIp", decision.decisionIp(), out);
    }

    private static void entity(String name, SubjectId subject, JsonGenerator out) {
        entity(name, subject.type(), subject.id(), out);
    }

    private static void entity(String name, String type, String id, JsonGenerator out) {
        out.writeName(name);
        out.writeStartObject();
        out.writeStringProperty("type", type);
        out.writeStringProperty("id", id);
        out.writeEndObject();
    }

    private static void reasons(List<Reason> reasons, JsonGenerator out) {
        out.writeName("reasons");
        out.writeStartArray();
        for (var reason : reasons) {
            out.writeStartObject();
            out.writeStringProperty("kind", reason.kind().label());
            out.writeStringProperty("name", reason.name());
            out.writeStringProperty("detail", reason.detail());
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private static void scopes(Optional<List<String>> scopes, JsonGenerator out) {
        out.writeName("scopes");
        if (scopes.isEmpty()) {
            out.writeNull();
            return;
        }
        out.writeStartArray();
        scopes.get().forEach(out::writeString);
        out.writeEndArray();
    }

    private static void textOrNull(String name, Optional<String> text, JsonGenerator out) {
        out.writeName(name);
        if (text.isPresent()) {
            out.writeString(text.get());
        } else {
            out.writeNull();
        }
    }

    private static void free(DecisionRecord decision, JsonGenerator out) {
        decision.username().ifPresent(username -> out.writeStringProperty("username", username));
        map("subjectProperties", decision.subjectProperties(), out);
        map("actionProperties", decision.action().properties(), out);
        map("resourceProperties", decision.resource().properties(), out);
        map("context", decision.context(), out);
        if (decision.erased()) {
            out.writeBooleanProperty("erased", true);
        }
    }

    private static void map(String name, Map<String, Object> map, JsonGenerator out) {
        if (!map.isEmpty()) {
            out.writeName(name);
            JsonValues.write(map, out);
        }
    }

    private static void seals(List<SealedPart> parts, JsonGenerator out) {
        if (parts.isEmpty()) {
            return;
        }
        out.writeName("sealed");
        out.writeStartArray();
        parts.forEach(part -> out.writeBinary(part.bytes()));
        out.writeEndArray();
        out.writeName("openings");
        out.writeStartArray();
        parts.forEach(part -> binaryOrNull(part.opening().orElse(null), out));
        out.writeEndArray();
    }

    private static void binaryOrNull(byte @Nullable [] bytes, JsonGenerator out) {
        if (bytes == null) {
            out.writeNull();
        } else {
            out.writeBinary(bytes);
        }
    }
}
