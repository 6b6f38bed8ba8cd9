package org.mandate.authorization.simulation;

import java.time.Instant;
import java.util.List;
import org.mandate.authorization.facts.Branch;

/** Something that is supposed to have happened. */
interface Supposition {

    /**
     * Suppose it where the branch leaves the history; what cannot happen to what stood there does not.
     * @return the events that it came to there
     */
    List<Object> suppose(Branch branch, Instant at);

    /** Whether what comes of supposing it may be another thing once the event has happened. */
    boolean concernedBy(Object event);
}
