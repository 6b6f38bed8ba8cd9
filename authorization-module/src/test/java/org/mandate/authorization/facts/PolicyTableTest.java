package org.mandate.authorization.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.mandate.authorization.event.PolicyChanged;
import org.mandate.authorization.event.PolicyDefined;
import org.mandate.authorization.event.PolicyRetired;

/** Policies as layers and readers see them while others change. */
class PolicyTableTest {

    private static final List<String> TYPES = List.of("posts", "reports", "*");
    private static final List<String> ACTIONS = List.of("read", "write", "share", "*");

    private final Random random = new Random(20_261_128);
    private final Chronicle chronicle = new Chronicle();

    @Test
    void aBranchSeesWhatItDidNotChangeAsItWasAtThePositionAskedFor() {
        allows("a", "posts", "read")
                .then(allowing("b", "posts", "read"))
                .then(allowing("c", "posts", "read"))
                .then(denying("a", "posts", "read"))
                .then(denying("b", "posts", "read"))
                .then(new PolicyRetired("c"))
                .then(allowing("d", "*", "read"));
        Branch branch = chronicle.branch(3);

        branch.suppose(denying("a", "posts", "write"), Instant.EPOCH);

        assertThat(posts(branch.at(3))).containsExactly("a DENY [write]", "b ALLOW [read]", "c ALLOW [read]");
        assertThat(posts(branch.at(5))).containsExactly("a DENY [write]", "b DENY [read]", "c ALLOW [read]");
        assertThat(posts(branch.at(7))).containsExactly("a DENY [write]", "b DENY [read]", "d ALLOW [read]");
        assertThat(branch.at(7).policies()).extracting(PolicyFacts::id).containsExactly("a", "b", "d");
        assertThat(branch.at(7).policy("b")).isEqualTo(chronicle.at(7).policy("b"));
        assertThat(posts(chronicle.at(3))).containsExactly("a ALLOW [read]", "b ALLOW [read]", "c ALLOW [read]");
    }

    @Test
    void aBranchFindsAPolicyWhereItsOwnVersionSpeaks() {
        allows("a", "posts", "read").then(allowing("b", "posts", "read"));
        Branch branch = chronicle.branch(2);

        branch.suppose(denying("a", "reports", "read"), Instant.EPOCH);
        branch.suppose(new PolicyRetired("b"), Instant.EPOCH);
        branch.suppose(denying("0", "*", "share"), Instant.EPOCH);

        assertThat(posts(branch.facts())).containsExactly("0 DENY [share]");
        assertThat(branch.facts().policiesOn("reports"))
                .extracting(PolicyFacts::id)
                .containsExactly("0", "a");
        assertThat(branch.facts().policiesOn("reports", "read"))
                .filteredOn(policy -> policy.speaksOf("read"))
                .extracting(PolicyFacts::id)
                .containsExactly("a");
    }

    @Test
    void aLayerOverALayerShowsBoth() {
        allows("a", "posts", "read").then(allowing("b", "posts", "read")).then(allowing("c", "posts", "read"));
        FactBase first = chronicle.base().layer();
        first.apply(new History.Entry(4, Instant.EPOCH, "", denying("a", "posts", "read")));
        FactBase second = first.layer();
        second.apply(new History.Entry(5, Instant.EPOCH, "", denying("b", "posts", "read")));

        assertThat(posts(second.at(5))).containsExactly("a DENY [read]", "b DENY [read]", "c ALLOW [read]");
        assertThat(posts(second.at(4))).containsExactly("a DENY [read]", "b ALLOW [read]", "c ALLOW [read]");
        assertThat(posts(first.at(5))).containsExactly("a DENY [read]", "b ALLOW [read]", "c ALLOW [read]");
        assertThat(posts(second.at(3))).containsExactly("a ALLOW [read]", "b ALLOW [read]", "c ALLOW [read]");
    }

    @Test
    void keepsAReaderAtItsPositionWhileTheWriterGoesOn() {
        List<Object> events = new ArrayList<>();
        List<Map<String, List<String>>> expected = new ArrayList<>();
        tell(6_000, events, expected);
        for (int round = 0; round < 10; round++) {
            read(events, expected, new Random(round));
        }
    }

    private static void read(List<Object> events, List<Map<String, List<String>>> expected, Random places) {
        FactBase base = new FactBase();
        AtomicLong published = new AtomicLong();
        CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> {
            for (int i = 0; i < events.size(); i++) {
                base.apply(new History.Entry(i + 1, Instant.EPOCH, "", events.get(i)));
                published.set(i + 1);
            }
        });
        while (!writer.isDone()) {
            long newest = published.get();
            asserts(base, newest, expected);
            asserts(base, places.nextLong(newest + 1), expected);
        }
        writer.join();
        asserts(base, events.size(), expected);
    }

    private static void asserts(FactBase base, long position, List<Map<String, List<String>>> expected) {
        Facts facts = base.at(position);
        expected.get((int) position).forEach((asked, policies) -> {
            List<String> found = asked.isEmpty()
                    ? facts.policies().stream().map(PolicyTableTest::text).toList()
                    : facts.policiesOn(asked, "write").stream()
                            .filter(policy -> policy.speaksOf("write"))
                            .map(PolicyTableTest::text)
                            .toList();
            assertThat(found).as("%s at %s", asked, position).isEqualTo(policies);
        });
    }

    /** Events, and what stands before each and behind the last: all policies, and on each type those that speak of writing. */
    private void tell(int count, List<Object> events, List<Map<String, List<String>>> expected) {
        Map<String, PolicyDefined> standing = new TreeMap<>();
        expected.add(said(standing));
        for (int i = 0; i < count; i++) {
            String id = "p" + random.nextInt(30);
            if (standing.containsKey(id) && random.nextInt(3) == 0) {
                standing.remove(id);
                events.add(new PolicyRetired(id));
            } else {
                PolicyDefined policy = policy(id, random.nextBoolean() ? "allow" : "deny", pick(TYPES), pick(ACTIONS));
                standing.put(id, policy);
                events.add(policy);
            }
            expected.add(said(standing));
        }
    }

    private static Map<String, List<String>> said(Map<String, PolicyDefined> standing) {
        Map<String, List<String>> said = new TreeMap<>();
        said.put("", standing.values().stream().map(PolicyTableTest::text).toList());
        for (String type : List.of("posts", "reports", "others")) {
            said.put(
                    type,
                    standing.values().stream()
                            .filter(policy -> List.of(type, "*").contains(policy.resourceType()))
                            .filter(policy -> policy.actions().contains("write")
                                    || policy.actions().contains("*"))
                            .map(PolicyTableTest::text)
                            .toList());
        }
        return said;
    }

    private String pick(List<String> among) {
        return among.get(random.nextInt(among.size()));
    }

    private static String text(PolicyDefined policy) {
        return policy.policyId() + policy.effect() + policy.resourceType() + policy.actions();
    }

    private static String text(PolicyFacts policy) {
        return text(policy.definition());
    }

    private static List<String> posts(Facts facts) {
        return facts.policiesOn("posts").stream()
                .map(policy -> policy.id() + " " + policy.effect() + " " + policy.actions())
                .toList();
    }

    private Chronicle allows(String id, String type, String action) {
        return chronicle.then(allowing(id, type, action));
    }

    private static PolicyDefined allowing(String id, String type, String action) {
        return policy(id, "allow", type, action);
    }

    private static PolicyChanged denying(String id, String type, String action) {
        return new PolicyChanged(id, "", "deny", type, List.of(action), List.of(), null);
    }

    private static PolicyDefined policy(String id, String effect, String type, String action) {
        return new PolicyDefined(id, "", effect, type, List.of(action), List.of(), null);
    }
}
