package org.mandate.authorization.search;

import java.time.Instant;
import org.mandate.authorization.decision.AccessRequest;
import org.mandate.authorization.decision.Decider;
import org.mandate.authorization.facts.Facts;

/**
 * Whether something that is not known here could be found as well, if it were asked about by its name. Also of types that are
 * kept here: what is allowed for a whole type is allowed for a name that nothing has yet.
 */
final class Unknown {

    /** No name that anything here can have. */
    private static final String NAME = "\u0000";

    private Unknown() {}

    static boolean mightBeAllowed(Facts facts, Instant instant, Search search) {
        Sought sought = search.sought();
        AccessRequest question = sought.question(NAME, search.circumstances());
        return Decider.decide(new BestCase(facts, variable(sought)), question, instant)
                .allowed();
    }

    /** What conditions call that which is looked for. */
    private static String variable(Sought sought) {
        if (sought instanceof Sought.Subjects) {
            return "subject";
        }
        return sought instanceof Sought.Resources ? "resource" : "action";
    }
}
