package org.mandate.http.simulation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.reach.Reach;

/**
 * Who would gain and who would lose which permissions.
 * @param gaining how many would gain something; the first of them are listed
 * @param looked at how many was looked of those whom it could have {@code concerned}
 */
public record ReachBody(
        List<Difference> gain, List<Difference> lose, long gaining, long losing, long looked, long concerned) {

    /**
     * One subject's.
     * @param user id of a user, or type and id of a subject of another type
     * @param from when it happens, where that is not at once
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Difference(String user, List<String> permissions, Optional<Instant> from) {

        static Difference of(Reach.Difference difference) {
            SubjectId subject = difference.subject();
            String user = subject.type().equals(SubjectId.USER) ? subject.id() : subject.toString();
            return new Difference(user, difference.permissions(), difference.from());
        }
    }

    public static ReachBody of(Reach reach) {
        return new ReachBody(
                reach.gain().stream().map(Difference::of).toList(),
                reach.lose().stream().map(Difference::of).toList(),
                reach.gaining(),
                reach.losing(),
                reach.looked(),
                reach.concerned());
    }
}
