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

    private static Grants of(Set<String> names, boolean everything) {
        return Grants.of(names.stream().map(PermissionName::of).collect(Collectors.toSet()), everything);
    }
}
