package org.mandate.authorization.integrity;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mandate.authorization.decision.Reason;
import org.mandate.authorization.journal.DecisionRecord;
import org.mandate.authorization.journal.JournalEntry;
import org.mandate.authorization.journal.LostDecisions;
import org.mandate.authorization.journal.SealedPart;

/**
 * A record as JSON: the one form in which auditors read it, it is exported and verified. What the caller said beside the
 * question stands last, where there is any.
 */
public final class RecordJson {

    private static final byte[] ID = JsonBytes.nameOf("id");
    private static final byte[] AT = JsonBytes.nameOf("at");
    private static final byte[] POSITION = JsonBytes.nameOf("position");
    private static final byte[] SEQUENCE = JsonBytes.nameOf("sequence");
    private static final byte[] REQUESTER = JsonBytes.nameOf("requester");
    private static final byte[] SUBJECT = JsonBytes.nameOf("subject");
    private static final byte[] ACTION = JsonBytes.nameOf("action");
    private static final byte[] RESOURCE = JsonBytes.nameOf("resource");
    private static final byte[] TYPE = JsonBytes.nameOf("type");
    private static final byte[] DECISION = JsonBytes.nameOf("decision");
    private static final byte[] REASONS = JsonBytes.nameOf("reasons");
    private static final byte[] KIND = JsonBytes.nameOf("kind");
    private static final byte[] NAME = JsonBytes.nameOf("name");
    private static final byte[] DETAIL = JsonBytes.nameOf("detail");
    private static final byte[] SCOPES = JsonBytes.nameOf("scopes");
    private static final byte[] IP = JsonBytes.nameOf("ip");
    private static final byte[] USER_AGENT = JsonBytes.nameOf("userAgent");
    private static final byte[] REQUEST_ID = JsonBytes.nameOf("requestId");
    private static final byte[] CHANNEL = JsonBytes.nameOf("channel");
    private static final byte[] REQUIREMENT = JsonBytes.nameOf("requirement");
    private static final byte[] MODE = JsonBytes.nameOf("mode");
    private static final byte[] ENGINE = JsonBytes.nameOf("engine");
    private static final byte[] DECISION_IP = JsonBytes.nameOf("decisionIp");
    private static final byte[] USERNAME = JsonBytes.nameOf("username");
    private static final byte[] SUBJECT_PROPERTIES = JsonBytes.nameOf("subjectProperties");
    private static final byte[] ACTION_PROPERTIES = JsonBytes.nameOf("actionProperties");
    private static final byte[] RESOURCE_PROPERTIES = JsonBytes.nameOf("resourceProperties");
    private static final byte[] CONTEXT = JsonBytes.nameOf("context");
    private static final byte[] ERASED = JsonBytes.nameOf("erased");
    private static final byte[] LOST = JsonBytes.nameOf("lost");
    private static final byte[] FROM = JsonBytes.nameOf("from");
    private static final byte[] TO = JsonBytes.nameOf("to");
    private static final byte[] SEALED = JsonBytes.nameOf("sealed");
    private static final byte[] OPENINGS = JsonBytes.nameOf("openings");

    private RecordJson() {}

    /** The record as it is read alone: without its sealed parts, which say nothing but what its members do. */
    public static String text(JournalEntry entry) {
        var out = new JsonBytes();
        out.beginObject();
        members(entry, out);
        out.endObject();
        return new String(out.toByteArray(), StandardCharsets.UTF_8);
    }

    /** The sealed parts and what opens them stand last: from them the canonical bytes can be made again. */
    static void exported(JournalEntry entry, JsonBytes out) {
        members(entry, out);
        if (entry instanceof DecisionRecord decision && !decision.sealed().isEmpty()) {
            seals(decision.sealed(), out);
        }
    }

    private static void members(JournalEntry entry, JsonBytes out) {
        out.name(ID);
        out.text(entry.id());
        out.name(AT);
        out.instant(entry.at());
        if (entry instanceof DecisionRecord decision) {
            decision(decision, out);
            free(decision, out);
        } else if (entry instanceof LostDecisions lost) {
            lost(lost, out);
        }
    }

    private static void lost(LostDecisions lost, JsonBytes out) {
        out.name(SEQUENCE);
        out.number(lost.sequence());
        out.name(LOST);
        out.number(lost.count());
        out.name(FROM);
        out.instant(lost.from());
        out.name(TO);
        out.instant(lost.to());
        text(MODE, lost.mode(), out);
    }

    private static void decision(DecisionRecord decision, JsonBytes out) {
        var provenance = decision.provenance();
        var requester = provenance.requester();
        var subject = decision.subject();
        var resource = decision.resource();
        out.name(POSITION);
        out.number(decision.position());
        out.name(SEQUENCE);
        out.number(decision.sequence());
        entity(REQUESTER, requester.type(), requester.id(), out);
        entity(SUBJECT, subject.type(), subject.id(), out);
        text(ACTION, decision.action().name(), out);
        entity(RESOURCE, resource.type(), resource.id(), out);
        text(DECISION, decision.allowed() ? "allow" : "deny", out);
        reasons(decision.reasons(), out);
        scopes(decision.scopes(), out);
        textOrNull(IP, provenance.ip(), out);
        textOrNull(USER_AGENT, provenance.userAgent(), out);
        text(REQUEST_ID, provenance.requestId(), out);
        text(CHANNEL, provenance.channel().label(), out);
        text(REQUIREMENT, decision.requirement(), out);
        text(MODE, decision.mode(), out);
        text(ENGINE, decision.engine(), out);
        textOrNull(DECISION_IP, decision.decisionIp(), out);
    }

    private static void text(byte[] name, String text, JsonBytes out) {
        out.name(name);
        out.text(text);
    }

    private static void entity(byte[] name, String type, String id, JsonBytes out) {
        out.name(name);
        out.beginObject();
        text(TYPE, type, out);
        text(ID, id, out);
        out.endObject();
    }

    private static void reasons(List<Reason> reasons, JsonBytes out) {
        out.name(REASONS);
        out.beginArray();
        for (var reason : reasons) {
            out.beginObject();
            text(KIND, reason.kind().label(), out);
            text(NAME, reason.name(), out);
            text(DETAIL, reason.detail(), out);
            out.endObject();
        }
        out.endArray();
    }

    private static void scopes(Optional<List<String>> scopes, JsonBytes out) {
        out.name(SCOPES);
        if (scopes.isEmpty()) {
            out.none();
            return;
        }
        out.beginArray();
        scopes.get().forEach(out::text);
        out.endArray();
    }

    private static void textOrNull(byte[] name, Optional<String> text, JsonBytes out) {
        out.name(name);
        if (text.isPresent()) {
            out.text(text.get());
        } else {
            out.none();
        }
    }

    private static void free(DecisionRecord decision, JsonBytes out) {
        decision.username().ifPresent(username -> text(USERNAME, username, out));
        map(SUBJECT_PROPERTIES, decision.subjectProperties(), out);
        map(ACTION_PROPERTIES, decision.action().properties(), out);
        map(RESOURCE_PROPERTIES, decision.resource().properties(), out);
        map(CONTEXT, decision.context(), out);
        if (decision.erased()) {
            out.name(ERASED);
            out.truth(true);
        }
    }

    private static void map(byte[] name, Map<String, Object> map, JsonBytes out) {
        if (!map.isEmpty()) {
            out.name(name);
            out.value(map);
        }
    }

    private static void seals(List<SealedPart> parts, JsonBytes out) {
        out.name(SEALED);
        out.beginArray();
        parts.forEach(part -> out.binary(part.bytes()));
        out.endArray();
        out.name(OPENINGS);
        out.beginArray();
        parts.forEach(part -> part.opening().ifPresentOrElse(out::binary, out::none));
        out.endArray();
    }
}
