package org.mandate.authorization.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.Terms;
import org.mandate.authorization.event.RoleAssigned;
import org.mandate.authorization.event.RoleRevoked;
import org.mandate.identity.event.UserDeactivated;
import org.mandate.identity.event.UserErased;
import org.mandate.identity.event.UserReactivated;
import org.mandate.identity.event.UserRegistered;

/** Subjects as the base keeps them, compared with lists that keep everything as it came. */
class SubjectTableTest {

    private static final List<String> ROLES = List.of("r0", "r1", "r2", "r3");

    private final Random random = new Random(20_261_123);
    private final FactBase base = new FactBase();
    private final List<SubjectId> subjects = new ArrayList<>();
    private final Map<SubjectId, List<Assignment>> expected = new HashMap<>();
    private final Map<SubjectId, Map<Long, Standing>> standings = new HashMap<>();
    private long position;

    @Test
    void keepsEverySubjectThroughHistory() {
        IntStream.range(0, 3_000).forEach(i -> subjects.add(subject(i)));
        grow(base, 30_000);

        for (int i = 0; i < 20_000; i++) {
            SubjectId subject = subjects.get(random.nextInt(subjects.size()));
            long at = random.nextLong(position + 1);

            assertThat(base.at(at).assignments(subject)).isEqualTo(stood(subject, at));
            assertThat(base.at(at).standing(subject)).isEqualTo(standing(subject, at));
        }
        for (long at : new long[] {0, 1, position / 3, position}) {
            for (String role : ROLES) {
                assertThat(base.at(at).subjectsAssigned(role))
                        .doesNotHaveDuplicates()
                        .containsExactlyInAnyOrderElementsOf(assigned(role, at));
            }
        }
        assertThat(base.subjects.subjects().toList())
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(known());
    }

    @Test
    void keepsAllThatALayerTakesInFromTheBaseBelow() {
        IntStream.range(0, 300).forEach(i -> subjects.add(subject(i)));
        grow(base, 1_000);
        long below = position;
        Map<SubjectId, List<Assignment>> before = new HashMap<>();
        subjects.forEach(subject -> before.put(subject, stood(subject, below)));
        Map<String, Set<SubjectId>> members = new HashMap<>();
        ROLES.forEach(role -> members.put(role, assigned(role, below)));
        FactBase layer = base.layer();
        IntStream.range(300, 400).forEach(i -> subjects.add(subject(i)));

        grow(layer, 2_000);

        for (SubjectId subject : subjects) {
            assertThat(layer.at(position).assignments(subject)).isEqualTo(stood(subject, position));
            assertThat(layer.at(below).assignments(subject)).isEqualTo(stood(subject, below));
            assertThat(base.at(position).assignments(subject)).isEqualTo(before.getOrDefault(subject, List.of()));
        }
        for (String role : ROLES) {
            assertThat(layer.at(position).subjectsAssigned(role))
                    .doesNotHaveDuplicates()
                    .containsExactlyInAnyOrderElementsOf(assigned(role, position));
            assertThat(base.at(position).subjectsAssigned(role))
                    .containsExactlyInAnyOrderElementsOf(members.getOrDefault(role, Set.of()));
        }
        assertThat(layer.subjects.subjects().toList())
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(known());
        assertThat(base.givers.find("giver")).isZero();
        assertThat(base.limits.find(Limits.of(terms("only in the layer")))).isEqualTo(Interned.UNKNOWN);
    }

    @Test
    void keepsAReaderAtItsPositionWhileTheWriterGoesOn() {
        AtomicLong published = new AtomicLong();
        UUID[] ids = IntStream.range(0, 20_000)
                .mapToObj(i -> new UUID(random.nextLong(), random.nextLong()))
                .toArray(UUID[]::new);
        CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> {
            for (UUID id : ids) {
                apply(base, new UserRegistered(id.toString(), "", Map.of()));
                apply(
                        base,
                        assign(new UUID(1, position).toString(), SubjectId.user(id.toString()), "r0", Terms.UNLIMITED));
                apply(base, new UserDeactivated(id.toString()));
                published.set(position);
            }
        });
        while (!writer.isDone()) {
            Facts facts = base.at(published.get());
            for (int i = 0; i < 50; i++) {
                int user = new Random(i + facts.position()).nextInt(ids.length);
                SubjectId subject = SubjectId.user(ids[user].toString());
                boolean there = facts.position() >= 3L * (user + 1);

                assertThat(facts.standing(subject)).isEqualTo(there ? Standing.INACTIVE : Standing.UNKNOWN);
                assertThat(facts.assignments(subject)).hasSize(there ? 1 : 0);
            }
        }
        writer.join();
        assertThat(base.at(position).subjectsAssigned("r0")).hasSize(ids.length);
    }

    @Test
    void refusesToEndWhatDoesNotStand() {
        SubjectId ann = SubjectId.user("ann");
        apply(base, assign("a1", ann, "r0", Terms.UNLIMITED));
        apply(base, revoke("a1", ann));

        assertThatThrownBy(() -> apply(base, revoke("a1", ann))).hasMessageContaining("does not stand");
        assertThatThrownBy(() -> apply(base, revoke("a2", ann))).hasMessageContaining("does not stand");
        assertThatThrownBy(() -> apply(base, revoke(new UUID(1, 2).toString(), ann)))
                .hasMessageContaining("does not stand");
    }

    @Test
    void keepsTheMomentOfAGrantToTheNanosecond() {
        SubjectId ann = SubjectId.user("ann");
        for (String moment :
                List.of("1969-12-31T23:59:59.999999999Z", "2026-03-01T10:11:12.123456789Z", "2200-01-01T00:00:00Z")) {
            position++;
            base.apply(new History.Entry(
                    position, Instant.parse(moment), "", assign("a" + position, ann, "r0", Terms.UNLIMITED)));
        }

        assertThat(base.at(position).assignments(ann))
                .extracting(one -> one.grantedAt().toString())
                .containsExactly(
                        "1969-12-31T23:59:59.999999999Z", "2026-03-01T10:11:12.123456789Z", "2200-01-01T00:00:00Z");
    }

    private static SubjectId subject(int i) {
        return switch (i % 4) {
            case 0 -> new SubjectId("service", "s" + i);
            case 1 -> SubjectId.user("name" + i);
            case 2 -> SubjectId.user(new UUID(0, i).toString());
            default ->
                SubjectId.user(UUID.nameUUIDFromBytes(new byte[] {(byte) i, (byte) (i >> 8)})
                        .toString());
        };
    }

    private void grow(FactBase into, int events) {
        for (int i = 0; i < events; i++) {
            SubjectId subject = subjects.get(random.nextInt(subjects.size()));
            switch (random.nextInt(8)) {
                case 0 -> stands(into, subject, new UserRegistered(subject.id(), "", Map.of()), Standing.ACTIVE);
                case 1 -> stands(into, subject, new UserDeactivated(subject.id()), Standing.INACTIVE);
                case 2 -> stands(into, subject, new UserReactivated(subject.id()), Standing.ACTIVE);
                case 3 -> erase(into, subject);
                case 4 -> end(into, subject);
                default -> give(into, subject);
            }
        }
    }

    private void stands(FactBase into, SubjectId subject, Object event, Standing standing) {
        if (subject.type().equals(SubjectId.USER)) {
            apply(into, event);
            standings.computeIfAbsent(subject, any -> new HashMap<>()).put(position, standing);
        }
    }

    private void erase(FactBase into, SubjectId subject) {
        if (subject.type().equals(SubjectId.USER) && random.nextInt(4) == 0) {
            stands(into, subject, new UserErased(subject.id()), Standing.UNKNOWN);
            expected.computeIfPresent(
                    subject,
                    (any, all) -> new ArrayList<>(all.stream()
                            .map(one -> one.to() > position ? to(one, position) : one)
                            .toList()));
        }
    }

    private void end(FactBase into, SubjectId subject) {
        List<Assignment> all = expected.getOrDefault(subject, List.of());
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).to() == Long.MAX_VALUE && random.nextBoolean()) {
                apply(into, revoke(all.get(i).id(), subject));
                all.set(i, to(all.get(i), position));
                return;
            }
        }
    }

    private void give(FactBase into, SubjectId subject) {
        String id = random.nextBoolean() ? "a" + position : new UUID(position, random.nextLong()).toString();
        String role = ROLES.get(random.nextInt(ROLES.size()));
        Terms terms = random.nextBoolean() ? Terms.UNLIMITED : terms(into == base ? "reason" : "only in the layer");
        apply(into, assign(id, subject, role, terms));
        expected.computeIfAbsent(subject, any -> new ArrayList<>())
                .add(new Assignment(id, role, position, Long.MAX_VALUE, Limits.of(terms), "giver", at(position)));
    }

    private static Terms terms(String reason) {
        return new Terms(
                Optional.empty(), Optional.empty(), List.of("10.0.0.0/8"), Optional.empty(), Optional.of(reason));
    }

    private static RoleAssigned assign(String id, SubjectId subject, String role, Terms terms) {
        return new RoleAssigned(
                id,
                subject.type(),
                subject.id(),
                role,
                null,
                null,
                terms.networks(),
                null,
                null,
                terms.reason().orElse(null),
                "giver");
    }

    private static RoleRevoked revoke(String id, SubjectId subject) {
        return new RoleRevoked(id, subject.type(), subject.id(), "", null, "giver");
    }

    private void apply(FactBase into, Object event) {
        position++;
        into.apply(new History.Entry(position, at(position), "", event));
    }

    private static Instant at(long position) {
        return Chronicle.BEGAN.plusSeconds(position);
    }

    private static Assignment to(Assignment one, long position) {
        return new Assignment(
                one.id(), one.role(), one.from(), position, one.limits(), one.grantedBy(), one.grantedAt());
    }

    private List<Assignment> stood(SubjectId subject, long at) {
        return expected.getOrDefault(subject, List.of()).stream()
                .filter(one -> one.from() <= at && at < one.to())
                .toList();
    }

    private Standing standing(SubjectId subject, long at) {
        if (!subject.type().equals(SubjectId.USER)) {
            return Standing.ACTIVE;
        }
        return standings.getOrDefault(subject, Map.of()).entrySet().stream()
                .filter(one -> one.getKey() <= at)
                .max(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .orElse(Standing.UNKNOWN);
    }

    private Set<SubjectId> assigned(String role, long at) {
        Set<SubjectId> assigned = new HashSet<>();
        expected.forEach((subject, all) -> {
            if (stood(subject, at).stream().anyMatch(one -> one.role().equals(role))) {
                assigned.add(subject);
            }
        });
        return assigned;
    }

    private Set<SubjectId> known() {
        Set<SubjectId> known = new HashSet<>(expected.keySet());
        known.addAll(standings.keySet());
        return known;
    }
}
