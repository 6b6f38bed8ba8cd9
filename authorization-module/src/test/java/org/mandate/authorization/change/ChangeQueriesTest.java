package org.mandate.authorization.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.Terms;
import org.mandate.authorization.decision.RandomHistory;
import org.mandate.authorization.event.PermissionRetired;
import org.mandate.authorization.event.RolePermissionGranted;
import org.mandate.authorization.event.RolePermissionRevoked;
import org.mandate.authorization.facts.Chronicle;
import org.mandate.authorization.facts.Facts;
import org.mandate.authorization.facts.RoleFacts;
import org.mandate.authorization.history.When;

class ChangeQueriesTest {

    private static final Instant TEN = Instant.parse("2026-03-01T10:00:00Z");
    private static final Instant ELEVEN = Instant.parse("2026-03-01T11:00:00Z");
    private static final Instant NOW = Instant.parse("2026-03-01T20:00:00Z");
    private static final SubjectId ANN = SubjectId.user("ann");

    private final Chronicle chronicle = new Chronicle().user("ann");

    @Test
    void tellsWhatAConditionOnTheTimeGaveAndTook() {
        chronicle.allow(
                "once",
                "tm",
                "go",
                List.of(),
                "context.now >= timestamp('%s') && context.now < timestamp('%s')".formatted(TEN, ELEVEN));

        assertThat(timeline())
                .containsExactly(
                        "2026-03-01T10:00:00Z +[tm:go] -[] a condition on the time turned",
                        "2026-03-01T11:00:00Z +[] -[tm:go] a condition on the time turned");
        Difference until = difference(TEN);
        assertThat(until.gained()).containsExactly("tm:go");
        assertThat(until.changes()).extracting(Change::at).containsExactly(TEN);
        assertThat(difference(ELEVEN).gained()).isEmpty();
    }

    @Test
    void seeksWhatTimeAloneTurned() {
        chronicle.allow("late", "tm", "go", List.of(), "context.now.getHours() >= 17");

        assertThat(timeline()).containsExactly("2026-03-01T17:00:00Z +[tm:go] -[] a condition on the time turned");
    }

    @Test
    void leavesOutInstantsAtWhichNothingTurned() {
        chronicle.allow("never", "tm", "go", List.of("keeper"), "context.now >= timestamp('%s')".formatted(TEN));

        assertThat(timeline()).isEmpty();
    }

    @Test
    void tellsOfARoleWhatItsWildcardsCameToStandFor() {
        chronicle
                .permissions("doc:read")
                .role("writer", List.of("doc:*"))
                .permissions("doc:shred", "tm:go")
                .then(new PermissionRetired("doc:read"));

        assertThat(roleTimeline("writer"))
                .containsExactly("3 +[doc:*, doc:read] -[]", "4 +[doc:shred] -[]", "6 +[] -[doc:read]");
    }

    @Test
    void tellsOfARoleNoLossOfWhatAWildcardStillGives() {
        chronicle
                .permissions("rt:b")
                .role("rtc", List.of("rt:*", "rt:b"))
                .then(new RolePermissionRevoked("rtc", "rt:b"))
                .then(new PermissionRetired("rt:b"));

        assertThat(roleTimeline("rtc")).containsExactly("3 +[rt:*, rt:b] -[]", "4 +[] -[]", "5 +[] -[rt:b]");
    }

    @Test
    void tellsOfARoleNewestFirstPageByPage() {
        chronicle.permissions("rt:a", "rt:b").role("rtd", List.of());
        for (int turn = 0; turn < 3; turn++) {
            chronicle
                    .then(new RolePermissionGranted("rtd", "rt:a"))
                    .then(new RolePermissionGranted("rtd", "rt:b"))
                    .then(new RolePermissionRevoked("rtd", "rt:a"))
                    .then(new RolePermissionRevoked("rtd", "rt:b"));
        }
        List<String> oldestFirst = new ArrayList<>(roleTimeline("rtd"));
        Collections.reverse(oldestFirst);

        List<String> paged = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            ChangePage page = queries(chronicle)
                    .handle(new FindRoleTimeline("rtd", true, 5, after))
                    .orElseThrow();
            page.items().forEach(item -> paged.add(roleLine(item)));
            sizes.add(page.items().size());
            after = page.next();
        } while (after.isPresent());

        assertThat(paged).isEqualTo(oldestFirst);
        assertThat(sizes).containsExactly(5, 5, 3);
    }

    @Test
    void tellsOfRolesWhatTheyWereAtEveryPosition() {
        for (int history = 0; history < 20; history++) {
            Chronicle random = new RandomHistory(new Random(20_261_127L + history))
                    .withCatalogue()
                    .grow(150);
            for (String role : List.of("r0", "r1", "r2", "r3", "r4", "admin")) {
                List<Change> items = queries(random)
                        .handle(new FindRoleTimeline(role, false, 1_000, Optional.empty()))
                        .orElseThrow()
                        .items();
                assertThat(follow(items, random.position()))
                        .as("history %d, %s", history, role)
                        .isEqualTo(asked(random, role));
            }
        }
    }

    /** What the role gives at each position, by what the items of its timeline gained and lost. */
    private static List<NavigableSet<String>> follow(List<Change> items, long head) {
        List<NavigableSet<String>> all = new ArrayList<>();
        NavigableSet<String> held = new TreeSet<>();
        for (long position = 1; position <= head; position++) {
            NavigableSet<String> now = new TreeSet<>(held);
            for (Change item : items) {
                if (item.position().equals(Optional.of(position))) {
                    assertThat(now).containsAll(item.lost());
                    assertThat(Collections.disjoint(now, item.gained())).isTrue();
                    now.removeAll(item.lost());
                    now.addAll(item.gained());
                }
            }
            all.add(now);
            held = now;
        }
        return all;
    }

    private static List<NavigableSet<String>> asked(Chronicle chronicle, String name) {
        List<NavigableSet<String>> all = new ArrayList<>();
        for (long position = 1; position <= chronicle.position(); position++) {
            Facts facts = chronicle.at(position);
            Optional<RoleFacts> role = facts.role(name);
            all.add(role.map(one -> one.grants().names(facts.permissions())).orElseGet(TreeSet::new));
        }
        return all;
    }

    @Test
    void losesNothingBetweenPagesThatEndWithinAMicrosecond() {
        chronicle
                .permissions("tm:go")
                .role("goer", List.of("tm:go"))
                .assign("a1", "ann", "goer", from("2026-03-01T10:00:00.939939100Z"))
                .assign("a2", "ann", "goer", from("2026-03-01T10:00:00.939939900Z"));

        List<String> whole = page(1_000, Optional.empty()).items().stream()
                .map(ChangeQueriesTest::line)
                .toList();
        List<String> paged = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            ChangePage page = page(1, after);
            page.items().forEach(item -> paged.add(line(item)));
            after = page.next();
        } while (after.isPresent());

        assertThat(whole).hasSize(5);
        assertThat(paged).isEqualTo(whole);
    }

    private static Terms from(String instant) {
        return new Terms(
                Optional.of(Instant.parse(instant)), Optional.empty(), List.of(), Optional.empty(), Optional.empty());
    }

    private List<String> timeline() {
        return page(1_000, Optional.empty()).items().stream()
                .filter(item -> !item.type().equals(Optional.of("UserRegistered")))
                .map(ChangeQueriesTest::line)
                .toList();
    }

    private ChangePage page(int limit, Optional<String> after) {
        return queries(chronicle).handle(new FindTimeline(ANN, limit, after)).orElseThrow();
    }

    private static String line(Change change) {
        return change.at() + " +" + change.gained() + " -" + change.lost() + " " + change.what();
    }

    private List<String> roleTimeline(String role) {
        return queries(chronicle)
                .handle(new FindRoleTimeline(role, false, 1_000, Optional.empty()))
                .orElseThrow()
                .items()
                .stream()
                .map(ChangeQueriesTest::roleLine)
                .toList();
    }

    private static String roleLine(Change item) {
        return item.position().orElseThrow() + " +" + item.gained() + " -" + item.lost();
    }

    private Difference difference(Instant to) {
        return queries(chronicle)
                .handle(new FindDifference(ANN, When.position(2), When.instant(to)))
                .orElseThrow();
    }

    private static ChangeQueries queries(Chronicle chronicle) {
        return new ChangeQueries(
                chronicle.past(),
                chronicle.changes(),
                new ChronicleEvents(chronicle),
                new ChronicleMoments(chronicle, NOW));
    }
}
