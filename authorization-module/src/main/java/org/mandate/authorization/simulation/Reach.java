package org.mandate.authorization.simulation;

import java.util.List;
import org.mandate.authorization.SubjectId;

/**
 * Who would hold what they do not hold now, and who would hold no longer what they hold.
 * @param gaining how many would gain something, whatever is listed
 */
public record Reach(List<Difference> gain, List<Difference> lose, long gaining, long losing) {

    public static final Reach NONE = new Reach(List.of(), List.of(), 0, 0);

    /** The permissions that one subject gains, or loses. */
    public record Difference(SubjectId subject, List<String> permissions) {}
}
