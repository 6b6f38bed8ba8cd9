package org.mandate.authorization.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.mandate.authorization.event.PolicyChanged;
import org.mandate.authorization.event.PolicyDefined;
import org.mandate.authorization.event.PolicyRetired;
import org.mandate.authorization.event.RolePermissionGranted;
import org.mandate.authorization.event.RolePermissionRevoked;

/** What roles and policies were is what they are told to have been, however often they changed. */
class ClosedVersionsTest {

    /** Enough for several that are kept whole. */
    private static final int CHANGES = 2_500;

    private static final List<String> TYPES = List.of("posts", "reports", "*");

    private final Random random = new Random(20_261_127);
    private final Chronicle chronicle = new Chronicle();

    @Test
    void aRoleWasWhatItWas() {
        chronicle.role("base", List.of("posts:read")).role("heir", List.of("posts:own"), "base");
        Set<String> held = new HashSet<>(Set.of("posts:read"));
        Map<Long, Set<String>> then = new TreeMap<>(Map.of(chronicle.position(), Set.copyOf(held)));
        for (int i = 0; i < CHANGES; i++) {
            String permission = "posts:act" + random.nextInt(60);
            boolean granted = held.add(permission);
            if (!granted) {
                held.remove(permission);
            }
            chronicle.then(
                    granted
                            ? new RolePermissionGranted("base", permission)
                            : new RolePermissionRevoked("base", permission));
            then.put(chronicle.position(), Set.copyOf(held));
        }

        then.forEach((position, expected) -> {
            RoleFacts base = chronicle.at(position).role("base").orElseThrow();
            RoleFacts heir = chronicle.at(position).role("heir").orElseThrow();
            assertThat(base.permissions()).isEqualTo(expected).hasSameSizeAs(expected);
            assertThat(base.grants().named()).isEqualTo(expected);
            Set<String> inherited = new HashSet<>(expected);
            inherited.add("posts:own");
            assertThat(heir.grants().named()).isEqualTo(inherited);
            for (int i = 0; i < 60; i++) {
                boolean gives = expected.contains("posts:act" + i);
                assertThat(base.permissions().contains("posts:act" + i)).isEqualTo(gives);
                assertThat(heir.grants().give("posts", "act" + i)).isEqualTo(gives);
            }
        });
    }

    @Test
    void policiesWereWhatTheyWere() {
        Map<String, String> standing = new TreeMap<>();
        Map<Long, Map<String, String>> then = new TreeMap<>();
        for (int i = 0; i < CHANGES; i++) {
            String id = "policy-" + random.nextInt(40);
            if (standing.containsKey(id) && random.nextInt(3) == 0) {
                standing.remove(id);
                chronicle.then(new PolicyRetired(id));
            } else {
                change(id, TYPES.get(random.nextInt(TYPES.size())), standing);
            }
            then.put(chronicle.position(), Map.copyOf(standing));
        }

        then.forEach((position, expected) -> {
            Facts facts = chronicle.at(position);
            assertThat(facts.policies())
                    .extracting(PolicyFacts::id)
                    .containsExactlyElementsOf(ids(expected, "", TYPES));
            for (String type : List.of("posts", "reports", "others")) {
                assertThat(facts.policiesOn(type))
                        .extracting(PolicyFacts::id)
                        .containsExactlyElementsOf(ids(expected, type, List.of("*")));
            }
            facts.policies().forEach(policy -> assertThat(policy.resourceType()).isEqualTo(expected.get(policy.id())));
        });
    }

    private void change(String id, String type, Map<String, String> standing) {
        boolean first = standing.put(id, type) == null;
        List<String> actions = List.of("read");
        chronicle.then(
                first
                        ? new PolicyDefined(id, "", "allow", type, actions, List.of(), null)
                        : new PolicyChanged(id, "", "deny", type, actions, List.of(), null));
    }

    private static List<String> ids(Map<String, String> standing, String type, List<String> orOneOf) {
        List<String> ids = new ArrayList<>();
        new TreeMap<>(standing).forEach((id, speaksOf) -> {
            if (speaksOf.equals(type) || orOneOf.contains(speaksOf)) {
                ids.add(id);
            }
        });
        return ids;
    }
}
