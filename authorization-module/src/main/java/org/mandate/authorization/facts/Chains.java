package org.mandate.authorization.facts;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.mandate.authorization.AccessRuleViolated;
import org.mandate.authorization.AccessRuleViolated.Rule;

/** How far inheritance may reach: no chain has more steps than this, whichever of its roles is edited. */
final class Chains {

    private static final int MOST_STEPS = 64;

    private final Function<String, Set<String>> inherits;
    private final Function<String, Set<String>> heirs;

    Chains(Function<String, Set<String>> inherits, Function<String, Set<String>> heirs) {
        this.inherits = inherits;
        this.heirs = heirs;
    }

    /** What stands above the heir, the step itself, and what lies below the inherited role are one chain. */
    void requireRoom(String heir, String inherited) {
        int steps = longest(heir, heirs, new HashMap<>()) + 1 + longest(inherited, inherits, new HashMap<>());
        if (steps > MOST_STEPS) {
            throw new AccessRuleViolated(
                    Rule.INVALID,
                    "inherits",
                    "roles inherit over at most " + MOST_STEPS + " steps; through `" + heir + "` and `" + inherited
                            + "` it would be " + steps);
        }
    }

    private static int longest(
            String role, Function<String, ? extends Collection<String>> next, Map<String, Integer> known) {
        Integer seen = known.get(role);
        if (seen != null) {
            return seen;
        }
        int longest = 0;
        for (String each : next.apply(role)) {
            longest = Math.max(longest, 1 + longest(each, next, known));
        }
        known.put(role, longest);
        return longest;
    }
}
