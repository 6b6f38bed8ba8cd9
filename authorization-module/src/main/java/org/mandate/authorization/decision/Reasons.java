package org.mandate.authorization.decision;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.mandate.authorization.facts.Facts;

/**
 * What gave an answer, or what was missing: of a part that is met only what met it stays, of one that is not only what it
 * lacked.
 */
final class Reasons implements Trail {

    private final List<Evidence> met = new ArrayList<>(2);
    private final List<Evidence> unmet = new ArrayList<>(0);

    @Override
    public void note(Evidence evidence) {
        (evidence.speaksFor() ? met : unmet).add(evidence);
    }

    @Override
    public boolean wantsAll() {
        return false;
    }

    @Override
    public long enter(Requirement part) {
        return (long) met.size() << 32 | unmet.size();
    }

    @Override
    public void leave(long entered, boolean isMet) {
        if (isMet) {
            cut(unmet, (int) entered);
        } else {
            cut(met, (int) (entered >>> 32));
        }
    }

    private static void cut(List<Evidence> evidence, int size) {
        for (int last = evidence.size() - 1; last >= size; last--) {
            evidence.remove(last);
        }
    }

    List<Reason> of(boolean allowed, Facts facts) {
        Set<Reason> reasons = new LinkedHashSet<>();
        (allowed ? met : unmet).forEach(evidence -> reasons.add(evidence.reason(facts)));
        return List.copyOf(reasons);
    }
}
