package org.mandate.authorization.audit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.decision.Action;
import org.mandate.authorization.decision.Reason;
import org.mandate.authorization.decision.Resource;
import org.mandate.authorization.journal.DecisionRecord;
import org.mandate.authorization.journal.JournalEntry;
import org.mandate.authorization.journal.LostDecisions;
import org.mandate.authorization.journal.Provenance;
import org.mandate.authorization.journal.Provenance.Channel;

/** Records as they come one after the other: many frequent values, many rare ones, instants that are a little out of step. */
final class RandomRecords {

    static final Instant START = Instant.parse("2026-11-01T00:00:00Z");

    private static final List<String> ACTIONS = List.of("read", "read", "read", "read", "update", "create", "delete");
    private static final int GAP_IN = 5000;

    private final Random random;
    private final int people;
    private long sequence;

    RandomRecords(long seed, int people) {
        this.random = new Random(seed);
        this.people = people;
    }

    String person() {
        var number = (int) (people * random.nextDouble() * random.nextDouble());
        return number % 3 == 0 ? "person-" + number : new UUID(0x1234_0000_0000_7000L + number, number).toString();
    }

    String action() {
        return ACTIONS.get(random.nextInt(ACTIONS.size()));
    }

    String type() {
        return random.nextInt(10) == 0 ? "roles" : "posts";
    }

    String resource() {
        return random.nextInt(3) == 0 ? "p" + random.nextInt(20) : "p" + random.nextInt(1_000_000);
    }

    Channel channel() {
        return random.nextInt(4) == 0 ? Channel.HTTP : Channel.ACCESS_API;
    }

    Reason.Kind kind() {
        var kinds = Reason.Kind.values();
        return kinds[Math.min(random.nextInt(kinds.length), random.nextInt(kinds.length))];
    }

    /** An instant at which about the record of this sequence was made. */
    Instant instant(long near) {
        return START.plusMillis(near * 250 + random.nextInt(20_000) - 10_000);
    }

    JournalEntry next() {
        sequence++;
        if (random.nextInt(GAP_IN) == 0) {
            var at = instant(sequence);
            return new LostDecisions(id(), at, sequence, 7, at.minusSeconds(1), at, "bounded");
        }
        var subject = SubjectId.user(person());
        var requester = random.nextInt(5) == 0 ? SubjectId.user("gate-" + random.nextInt(3)) : subject;
        return new DecisionRecord(
                id(),
                instant(sequence),
                sequence / 10,
                sequence,
                new Provenance(requester, Optional.empty(), Optional.empty(), "r-" + sequence, channel()),
                subject,
                Optional.empty(),
                Map.of(),
                Action.of(action()),
                Resource.of(type(), resource()),
                Map.of(),
                "permission posts:read",
                random.nextInt(8) != 0,
                reasons(),
                Optional.of(List.of("admin")),
                Optional.empty(),
                "strict",
                "1",
                List.of());
    }

    private List<Reason> reasons() {
        return random.ints(1 + random.nextInt(2), 0, 10)
                .mapToObj(any -> new Reason(kind(), "author", "because of it"))
                .toList();
    }

    private String id() {
        return new UUID(random.nextLong() & ~0xF000L | 0x7000L, random.nextLong() >>> 2 | 1L << 63).toString();
    }
}
