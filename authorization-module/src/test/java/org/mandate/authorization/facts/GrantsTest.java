package org.mandate.authorization.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class GrantsTest {

    private static final List<String> PARTS = List.of("posts", "reports", "read", "a", "Aa", "BB", "*", "");
    private static final List<String> ASKED = List.of("posts", "reports", "read", "a", "Aa", "BB", "*", "", "a:b", ":");

    @Test
    void givesWhatItsNamesSay() {
        Random random = new Random(3);
        for (int i = 0; i < 2_000; i++) {
            Set<String> names = names(random);
            boolean everything = random.nextInt(20) == 0;
            Grants grants = of(names, everything);
            for (String type : ASKED) {
                for (String action : ASKED) {
                    boolean named = names.contains(type + ":" + action) && !type.contains(":") && !action.contains(":");
                    boolean covered = names.contains(type + ":*") || names.contains("*:" + action);

                    assertThat(grants.give(type, action))
                            .as("%s of %s", type + ":" + action, names)
                            .isEqualTo(everything || names.contains("*:*") || named || covered);
                }
            }
            assertThat(grants.named()).isEqualTo(names);
        }
    }

    @Test
    void keepsPartsApartThatAColonFromARequestWouldJoin() {
        Grants grants = of(Set.of("a:b"), false);

        assertThat(grants.give("a", "b")).isTrue();
        assertThat(grants.give("a:b", "")).isFalse();
        assertThat(grants.give("", "a:b")).isFalse();
    }

    @Test
    void findsEachOfManyNames() {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            names.add("type" + i % 97 + ":action" + i);
        }
        Grants grants = of(names, false);

        assertThat(names).allMatch(grants::give);
        assertThat(grants.give("type1", "action0")).isFalse();
    }

    @Test
    void refusesWhatIsNoPermission() {
        assertThatThrownBy(() -> PermissionName.of("posts")).hasMessageContaining("`posts`");
    }

    private static Set<String> names(Random random) {
        Set<String> names = new HashSet<>();
        for (int i = random.nextInt(12); i > 0; i--) {
            names.add(PARTS.get(random.nextInt(PARTS.size())) + ":" + PARTS.get(random.nextInt(PARTS.size())));
        }
        return names;
    }

    @Test
    void givesTheSameWhereOnlyChangesAreKept() {
        Random random = new Random(4);
        Set<String> names = new HashSet<>(names(random));
        Grants kept = of(names, false);
        Set<String> set = Set.copyOf(names);
        int changed = 0;
        for (int i = 0; i < 2_000; i++) {
            change(names, random);
            Grants now = of(names, random.nextInt(20) == 0);
            kept = ChangedGrants.between(kept, now);
            set = ChangedSet.between(set, Set.copyOf(names));
            changed += kept instanceof ChangedGrants ? 1 : 0;

            assertThat(kept.named()).isEqualTo(names);
            assertThat(kept.standForMore()).isEqualTo(now.standForMore());
            assertThat(set).isEqualTo(names).hasSameSizeAs(names);
            for (String type : ASKED) {
                for (String action : ASKED) {
                    assertThat(kept.give(type, action)).isEqualTo(now.give(type, action));
                    assertThat(set.contains(type + ":" + action)).isEqualTo(names.contains(type + ":" + action));
                }
            }
        }
        assertThat(changed).isGreaterThan(500);
    }

    private static void change(Set<String> names, Random random) {
        for (int i = random.nextInt(3); i >= 0; i--) {
            String name = PARTS.get(random.nextInt(PARTS.size())) + ":" + PARTS.get(random.nextInt(PARTS.size()));
            if (random.nextInt(5) < 2 || !names.add(name)) {
                names.remove(name);
            }
        }
    }

    private static Grants of(Set<String> names, boolean everything) {
        return Grants.of(names.stream().map(PermissionName::of).collect(Collectors.toSet()), everything);
    }
}
