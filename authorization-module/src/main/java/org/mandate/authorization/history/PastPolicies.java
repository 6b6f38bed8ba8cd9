package org.mandate.authorization.history;

import java.util.List;
import org.mandate.authorization.facts.PolicyFacts;

/** The policies that stood at a moment, ordered by id. */
public record PastPolicies(PastPlace place, List<Then> items) {

    public PastPolicies {
        items = List.copyOf(items);
    }

    /**
     * One of them.
     * @param stillSo whether it says the same now
     */
    public record Then(PolicyFacts policy, boolean stillSo) {}
}
