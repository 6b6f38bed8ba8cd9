package org.mandate.authorization.decision;

import java.util.List;

/**
 * The answer with its reasons: what gave it, or what was missing.
 * @param position the place in the access history whose facts it was taken on
 */
public record Decision(boolean allowed, List<Reason> reasons, long position) {

    public Decision {
        reasons = List.copyOf(reasons);
    }
}
