package org.mandate.authorization.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.decision.RandomHistory;
import org.mandate.authorization.facts.Chronicle;
import org.mandate.authorization.facts.Facts;
import org.mandate.authorization.facts.PastFacts;
import org.mandate.authorization.history.Effective;
import org.mandate.authorization.history.Moment;
import org.mandate.authorization.history.PastAccess.HeldPermission;
import org.mandate.authorization.history.PastAccess.Origin;
import org.mandate.authorization.history.Source;

/**
 * Seeded random histories: just before the moment since when a permission is held through a source, the source did not give it;
 * from then on it gave it, whatever happened.
 */
class BeginningsTest {

    private static final int EVENTS = 150;
    private static final long SEED = Long.getLong("mandate.changes.seed", 20_260_401);
    private static final int HISTORIES = Integer.getInteger("mandate.changes.histories", 40);

    @Test
    void saysSinceWhenEachSourceGaveThePermission() {
        long origins = LongStream.range(0, HISTORIES)
                .parallel()
                .map(history -> compare(SEED * 5_000_000 + history))
                .sum();

        System.out.printf("beginnings: seed %d, %,d origins, 0 differences%n", SEED, origins);
        assertThat(origins).isGreaterThan(HISTORIES * 10L);
    }

    private static long compare(long seed) {
        Chronicle chronicle = new RandomHistory(new Random(seed)).grow(EVENTS);
        PastFacts past = chronicle.past();
        long origins = 0;
        for (long position = 10; position <= past.head(); position += 13) {
            Moment moment = new Moment(past.at(position), past.recordedAt(position));
            for (String user : RandomHistory.USERS) {
                SubjectId subject = SubjectId.user(user);
                for (HeldPermission held : told(chronicle, subject, moment)) {
                    for (Origin origin : held.from()) {
                        requireRight(chronicle, subject, moment, held.name(), origin, "seed " + seed);
                        origins++;
                    }
                }
            }
        }
        return origins;
    }

    private static List<HeldPermission> told(Chronicle chronicle, SubjectId subject, Moment moment) {
        return new Beginnings(chronicle.past(), chronicle.changes(), new ChronicleEvents(chronicle), subject, moment)
                .told(Effective.sources(moment.facts(), moment.instant(), subject));
    }

    private static void requireRight(
            Chronicle chronicle, SubjectId subject, Moment moment, String name, Origin origin, String seed) {
        PastFacts past = chronicle.past();
        String what = seed + ": " + name + " of " + subject + " at " + moment.position() + " through "
                + origin.source().words() + " since " + origin.since();
        Instant before = origin.since().minus(1, ChronoUnit.MICROS);
        assertThat(gives(past.at(past.positionAt(before)), before, subject, origin.source(), name))
                .as(what)
                .isFalse();
        long first = past.positionAt(origin.since());
        assertThat(gives(past.at(first), origin.since(), subject, origin.source(), name))
                .as(what)
                .isTrue();
        for (long position = first + 1; position <= moment.position(); position++) {
            Instant at = past.recordedAt(position);
            assertThat(gives(past.at(position - 1), at, subject, origin.source(), name)
                            && gives(past.at(position), at, subject, origin.source(), name))
                    .as(what + ", after " + position)
                    .isTrue();
        }
        assertThat(origin.by()).as(what).isNotEmpty();
    }

    private static boolean gives(Facts facts, Instant instant, SubjectId subject, Source source, String name) {
        if (source.policy().isPresent()) {
            return Effective.allows(facts, instant, subject, source.policy().get(), name);
        }
        String id = source.assignment().orElseThrow().id();
        return Effective.valid(facts, instant, subject).stream()
                .filter(held -> held.id().equals(id))
                .flatMap(held -> facts.role(held.role()).stream())
                .map(role -> role.grants().standForMore()
                        ? role.grants().names(facts.permissions())
                        : role.grants().named())
                .anyMatch((Set<String> names) -> names.contains(name));
    }
}
