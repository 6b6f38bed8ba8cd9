package org.mandate.authorization.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.event.PermissionDefined;
import org.mandate.authorization.event.RoleAssigned;
import org.mandate.authorization.event.RoleDefined;
import org.mandate.authorization.event.RoleRevoked;
import org.mandate.identity.event.UserDeactivated;
import org.mandate.identity.event.UserErased;
import org.mandate.identity.event.UserRegistered;

class FactsReplayTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final TellableHistory history = new TellableHistory();
    private final FactsReader reader = new FactsReader(history, new FactBase());
    private final FactsReplay replay = new FactsReplay(history, reader);

    @AfterEach
    void stopsTheReader() {
        reader.stop();
    }

    @Test
    void findsTheFactsEqualToWhatTheHistoryComesTo() {
        tell(300);
        follow();

        FactsReplay.Comparison found = replay.check(position -> {});

        assertThat(found.difference()).isEmpty();
        assertThat(found.position()).isEqualTo(history.head());
    }

    @Test
    void hashesTheSameWhateverTheOrderInWhichFactsAreKept() {
        tell(40);
        FactBase one = applied(history.entries, history.head());
        FactBase layered = applied(history.entries, 20).layer();
        history.entries.subList(20, history.entries.size()).forEach(layered::apply);

        assertThat(StateHash.of(one, 20).text())
                .isEqualTo(StateHash.of(applied(history.entries, 20), 20).text())
                .isNotEqualTo(StateHash.of(one, 40).text());
    }

    @Test
    void namesTheFirstFactThatDiffers() {
        tell(30);
        follow();
        reader.base().apply(new History.Entry(history.head(), NOON, "x", new PermissionDefined("zz:smuggled", "")));

        FactsReplay.Comparison found = replay.check(position -> {});

        assertThat(found.difference()).contains("permission `zz:smuggled`");
        assertThat(reader.now().permission("zz:smuggled")).isPresent();
    }

    @Test
    void putsTheRebuiltFactsInThePlaceOfThoseThatDiffer() {
        tell(30);
        follow();
        FactBase old = reader.base();
        old.apply(new History.Entry(history.head(), NOON, "x", new PermissionDefined("zz:smuggled", "")));

        FactsReplay.Comparison found = replay.rebuild(position -> {});

        assertThat(found.difference()).isPresent();
        assertThat(reader.base()).isNotSameAs(old);
        assertThat(reader.now().permission("zz:smuggled")).isEmpty();
        assertThat(replay.check(position -> {}).difference()).isEmpty();
    }

    @Test
    void answersRightWhileItIsRebuiltAndWrittenTo() throws InterruptedException {
        tell(2_000);
        follow();
        AtomicBoolean done = new AtomicBoolean();
        List<String> wrong = new ArrayList<>();
        Thread writer = new Thread(() -> {
            while (!done.get() && history.head() < 60_000) {
                history.commit("w:" + history.head());
                reader.wake();
            }
        });
        Thread asker = new Thread(() -> {
            while (!done.get()) {
                Facts now = reader.now();
                if (now.permissions().stream()
                                .filter(name -> name.startsWith("w:"))
                                .count()
                        != Math.max(0, now.position() - 2_000)) {
                    wrong.add("at " + now.position());
                }
            }
        });
        writer.start();
        asker.start();

        for (int i = 0; i < 5; i++) {
            assertThat(replay.rebuild(position -> {}).difference()).isEmpty();
        }
        done.set(true);
        writer.join();
        asker.join();

        assertThat(wrong).isEmpty();
        assertThat(reader.await(history.head(), Duration.ofSeconds(5))).isTrue();
        assertThat(replay.check(position -> {}).difference()).isEmpty();
    }

    @Test
    void leavesTheFactsAloneWhereTheHistoryCannotBeApplied() {
        tell(10);
        follow();
        FactBase old = reader.base();
        history.commit((Object) "no event of ours");
        await().until(() -> !reader.fit());

        assertThatThrownBy(() -> replay.rebuild(position -> {}))
                .isInstanceOf(NotApplied.class)
                .hasMessageContaining("position 11");
        assertThat(reader.base()).isSameAs(old);
        assertThat(reader.describe()).contains("stopped at position 10");
    }

    @Test
    void bringsAStoppedReaderBackOnceTheFaultIsMended() {
        tell(10);
        follow();
        history.commit((Object) "no event of ours");
        await().until(() -> !reader.fit());
        history.entries.set(10, new History.Entry(11, NOON, "x", new PermissionDefined("a:b", "")));

        replay.rebuild(position -> {});

        await().until(reader::fit);
        assertThat(reader.now().permission("a:b")).isPresent();
        history.commit("c:d");
        assertThat(reader.await(12, Duration.ofSeconds(5))).isTrue();
    }

    private void follow() {
        reader.start();
        await().until(reader::fit);
    }

    private static FactBase applied(List<History.Entry> entries, long upTo) {
        FactBase base = new FactBase();
        entries.stream().filter(entry -> entry.position() <= upTo).forEach(base::apply);
        return base;
    }

    /** As many events, of many kinds. */
    private void tell(int events) {
        history.commit(new RoleDefined("reader", "", List.of("a:b"), List.of()));
        for (int i = 0; history.head() < events; i++) {
            String user = new UUID(7, i / 4).toString();
            String assignment = new UUID(8, i / 4).toString();
            history.commit(
                    switch (i % 4) {
                        case 0 -> new UserRegistered(user, "sealed", Map.of("level", i));
                        case 1 -> assigned(assignment, user);
                        case 2 -> new RoleRevoked(assignment, SubjectId.USER, user, "reader", null, "giver");
                        default -> i % 8 == 3 ? new UserDeactivated(user) : new UserErased(user);
                    });
        }
    }

    private static RoleAssigned assigned(String assignment, String user) {
        return new RoleAssigned(
                assignment, SubjectId.USER, user, "reader", NOON, null, List.of(), null, null, "why", "giver");
    }
}
