package org.mandate.authorization.journal;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.decision.Action;
import org.mandate.authorization.decision.Reason;
import org.mandate.authorization.decision.Resource;

/** Records of every shape, sealed as the journal seals them. */
public final class SealedRecords {

    private static final Instant BEGIN = Instant.parse("2026-11-22T12:00:00Z");

    private final Random random;

    public SealedRecords(long seed) {
        random = new Random(seed);
    }

    public JournalEntry next(long sequence) {
        var at = BEGIN.plus(sequence * 137, ChronoUnit.MICROS);
        var id = new UUID(random.nextLong(), random.nextLong()).toString();
        if (random.nextInt(40) == 0) {
            return new LostDecisions(id, at, sequence, 1 + random.nextInt(9), at.minusSeconds(2), at, "bounded");
        }
        return sealed(record(id, at, sequence));
    }

    private DecisionRecord record(String id, Instant at, long sequence) {
        var subject = new SubjectId("user", new UUID(1, random.nextInt(50)).toString());
        var other = random.nextInt(3) == 0;
        var requester = other ? new SubjectId("user", "gateway-" + random.nextInt(3)) : subject;
        return new DecisionRecord(
                id,
                at,
                random.nextInt(1000),
                sequence,
                new Provenance(
                        requester,
                        maybe("192.0.2." + random.nextInt(256)),
                        maybe("agent/\u00fc " + random.nextInt(9)),
                        "request-" + random.nextInt(1_000_000),
                        Provenance.Channel.values()[random.nextInt(3)]),
                subject,
                maybe("anna"),
                random.nextBoolean() ? Map.of() : Map.of("team", "red", "level", random.nextInt(9)),
                Action.of(random.nextBoolean() ? "read" : "update"),
                Resource.of("posts", "p" + random.nextInt(100)),
                random.nextBoolean() ? Map.of() : Map.of("amount", new BigDecimal("12.50"), "tags", List.of("a", true)),
                "permission posts:read",
                random.nextBoolean(),
                reasons(),
                random.nextBoolean() ? Optional.empty() : Optional.of(List.of("admin", "posts:read")),
                maybe("2001:db8::" + random.nextInt(10)),
                random.nextBoolean() ? "strict" : "bounded",
                "1",
                List.of());
    }

    private List<Reason> reasons() {
        var reasons = new ArrayList<Reason>();
        for (var i = random.nextInt(3); i >= 0; i--) {
            var kind = Reason.Kind.values()[random.nextInt(Reason.Kind.values().length)];
            reasons.add(new Reason(kind, "name-" + i, "detail \"" + random.nextInt(99) + "\""));
        }
        return reasons;
    }

    private Optional<String> maybe(String text) {
        return random.nextInt(4) == 0 ? Optional.empty() : Optional.of(text);
    }

    private DecisionRecord sealed(DecisionRecord record) {
        var parts = new ArrayList<SealedPart>();
        add(parts, PersonalFields.ofSubject(record), false);
        add(parts, PersonalFields.ofRequester(record), true);
        return PersonalSeal.open(record.with(parts));
    }

    /** One in a few belongs to somebody who was erased. */
    private void add(List<SealedPart> parts, PersonalFields fields, boolean ofRequester) {
        if (fields.isEmpty()) {
            return;
        }
        var opening = new byte[32];
        random.nextBytes(opening);
        var part = PersonalSeal.seal(fields.bytes(), opening, SealedPart.header(ofRequester, false));
        parts.add(random.nextInt(6) == 0 ? part.with(Optional.empty()) : part);
    }
}
