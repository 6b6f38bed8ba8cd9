package org.mandate.http.simulation;

import java.util.List;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.simulation.Reach;

/**
 * Who would gain and who would lose which permissions.
 * @param gaining how many would gain something; the first of them are listed
 */
public record ReachBody(List<Difference> gain, List<Difference> lose, long gaining, long losing) {

    /**
     * One subject's.
     * @param user id of a user, or type and id of a subject of another type
     */
    public record Difference(String user, List<String> permissions) {

        static Difference of(Reach.Difference difference) {
            SubjectId subject = difference.subject();
            String user = subject.type().equals(SubjectId.USER) ? subject.id() : subject.toString();
            return new Difference(user, difference.permissions());
        }
    }

    public static ReachBody of(Reach reach) {
        return new ReachBody(
                reach.gain().stream().map(Difference::of).toList(),
                reach.lose().stream().map(Difference::of).toList(),
                reach.gaining(),
                reach.losing());
    }
}
