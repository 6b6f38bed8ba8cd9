package org.mandate.authorization.journal;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mandate.authorization.Micros;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.decision.Action;
import org.mandate.authorization.decision.Reason;
import org.mandate.authorization.decision.Resource;

/**
 * The canonical bytes of a record: what is stored, hashed, and given to a verifier. Equal records have equal bytes. The form
 * is public and stays readable for ever; {@code docs/journal-format.md} describes it.
 */
public final class CanonicalForm {

    private static final int VERSION = 1;
    private static final int DECISION = 1;
    private static final int LOST = 2;

    private static final int ALLOWED = 1;
    private static final int OTHER_REQUESTER = 1 << 1;
    private static final int SCOPES = 1 << 2;

    private CanonicalForm() {}

    /** The bytes of the record. Of its personal fields only the sealed parts are in them. */
    public static byte[] write(JournalEntry entry) {
        var out = new FieldWriter(320);
        out.octet(VERSION);
        if (entry instanceof DecisionRecord decision) {
            out.octet(DECISION);
            writeDecision(out, decision);
        } else if (entry instanceof LostDecisions lost) {
            out.octet(LOST);
            writeLost(out, lost);
        }
        return out.bytes();
    }

    private static void writeDecision(FieldWriter out, DecisionRecord decision) {
        var provenance = decision.provenance();
        var subject = decision.subject();
        var otherRequester = !provenance.requester().equals(subject);
        out.id(decision.id());
        out.word(micros(decision.at()));
        out.count(decision.position());
        out.octet((decision.allowed() ? ALLOWED : 0)
                | (otherRequester ? OTHER_REQUESTER : 0)
                | (decision.scopes().isPresent() ? SCOPES : 0));
        out.octet(ClosedWords.CHANNELS.number(provenance.channel()));
        out.octet(ClosedWords.MODES.number(decision.mode()));
        out.text(decision.engine());
        out.text(provenance.requestId());
        writeSubject(out, subject);
        if (otherRequester) {
            writeSubject(out, provenance.requester());
        }
        out.text(decision.action().name());
        out.text(decision.resource().type());
        out.text(decision.resource().id());
        out.text(decision.requirement());
        writeReasons(out, decision.reasons());
        decision.scopes().ifPresent(scopes -> {
            out.count(scopes.size());
            scopes.forEach(out::text);
        });
        out.count(decision.sealed().size());
        decision.sealed().forEach(part -> out.blob(part.bytes()));
    }

    private static void writeSubject(FieldWriter out, SubjectId subject) {
        out.text(subject.type());
        out.text(subject.id());
    }

    private static void writeReasons(FieldWriter out, List<Reason> reasons) {
        out.count(reasons.size());
        for (var reason : reasons) {
            out.octet(ClosedWords.KINDS.number(reason.kind()));
            out.text(reason.name());
            out.text(reason.detail());
        }
    }

    private static void writeLost(FieldWriter out, LostDecisions lost) {
        out.id(lost.id());
        out.word(micros(lost.at()));
        out.octet(ClosedWords.MODES.number(lost.mode()));
        out.count(lost.count());
        out.word(micros(lost.from()));
        out.word(micros(lost.to()));
    }

    /**
     * The record of these bytes, its personal fields not opened.
     * @throws MalformedRecord when they are none
     */
    public static JournalEntry read(Stored stored) {
        var in = new FieldReader(stored.canonical());
        if (in.octet() != VERSION) {
            throw new MalformedRecord("its version is unknown");
        }
        var entry = switch (in.octet()) {
            case DECISION -> readDecision(in, stored.sequence());
            case LOST -> readLost(in, stored.sequence());
            default -> throw new MalformedRecord("its kind is unknown");
        };
        in.end();
        return entry;
    }

    private static DecisionRecord readDecision(FieldReader in, long sequence) {
        var id = in.id();
        var at = instant(in.word());
        var position = in.count();
        var flags = in.octet();
        var channel = ClosedWords.CHANNELS.word(in.octet());
        var mode = ClosedWords.MODES.word(in.octet());
        var engine = in.text();
        var requestId = in.text();
        var subject = readSubject(in);
        var requester = (flags & OTHER_REQUESTER) == 0 ? subject : readSubject(in);
        return new DecisionRecord(
                id,
                at,
                position,
                sequence,
                new Provenance(requester, Optional.empty(), Optional.empty(), requestId, channel),
                subject,
                Optional.empty(),
                Map.of(),
                Action.of(in.text()),
                Resource.of(in.text(), in.text()),
                Map.of(),
                in.text(),
                (flags & ALLOWED) != 0,
                readReasons(in),
                (flags & SCOPES) == 0 ? Optional.empty() : Optional.of(readTexts(in)),
                Optional.empty(),
                mode,
                engine,
                readParts(in));
    }

    private static SubjectId readSubject(FieldReader in) {
        return new SubjectId(in.text(), in.text());
    }

    private static List<Reason> readReasons(FieldReader in) {
        var size = in.elements();
        var reasons = new ArrayList<Reason>(size);
        for (var i = 0; i < size; i++) {
            reasons.add(new Reason(ClosedWords.KINDS.word(in.octet()), in.text(), in.text()));
        }
        return List.copyOf(reasons);
    }

    private static List<String> readTexts(FieldReader in) {
        var size = in.elements();
        var texts = new ArrayList<String>(size);
        for (var i = 0; i < size; i++) {
            texts.add(in.text());
        }
        return List.copyOf(texts);
    }

    private static List<SealedPart> readParts(FieldReader in) {
        var size = in.elements();
        var parts = new ArrayList<SealedPart>(size);
        for (var i = 0; i < size; i++) {
            var bytes = in.blob();
            if (bytes.length == 0) {
                throw new MalformedRecord("a sealed part of it is empty");
            }
            parts.add(new SealedPart(bytes, Optional.empty()));
        }
        return List.copyOf(parts);
    }

    private static LostDecisions readLost(FieldReader in, long sequence) {
        var id = in.id();
        var at = instant(in.word());
        var mode = ClosedWords.MODES.word(in.octet());
        return new LostDecisions(id, at, sequence, in.count(), instant(in.word()), instant(in.word()), mode);
    }

    /** Both kinds of record begin with version, kind, id and instant. */
    static UUID idIn(byte[] canonical) {
        var in = new FieldReader(canonical);
        in.octet();
        in.octet();
        return new UUID(in.word(), in.word());
    }

    static long microsIn(byte[] canonical) {
        var in = new FieldReader(canonical);
        in.octet();
        in.octet();
        in.word();
        in.word();
        return in.word();
    }

    static long micros(Instant instant) {
        return Micros.of(instant);
    }

    private static Instant instant(long micros) {
        try {
            return Micros.instant(micros);
        } catch (DateTimeException | ArithmeticException e) {
            throw new MalformedRecord("an instant in it is out of range");
        }
    }
}
