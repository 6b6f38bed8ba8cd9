package org.mandate.authorization.reach;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.facts.Facts;

/**
 * Who can do with a change what they cannot do without it, and who can no longer do what they can without it.
 * @param gain the first of those who gain something, ordered by subject and then by time
 * @param gaining how many subjects gain something, whatever is listed
 * @param looked at how many subjects was looked
 * @param concerned how many it could reach; where that is more than was looked at, the first by their ids were
 */
public record Reach(
        List<Difference> gain, List<Difference> lose, long gaining, long losing, long looked, long concerned) {

    public static final Reach NONE = new Reach(List.of(), List.of(), 0, 0, 0, 0);

    public Reach {
        gain = List.copyOf(gain);
        lose = List.copyOf(lose);
    }

    /**
     * The permissions that one subject gains, or loses.
     * @param from when it does so, where that is not at once: what is given may be given for later
     */
    public record Difference(SubjectId subject, List<String> permissions, Optional<Instant> from) {

        public Difference {
            permissions = List.copyOf(permissions);
        }
    }

    /**
     * Compare what those whom a change concerns can do without it and with it.
     * @param instant when it is made
     */
    public static Reach of(Facts without, Facts with, Touched touched, Instant instant) {
        return new Comparison(without, with, touched, instant).reach();
    }

    /** Whether nobody was left out. */
    public boolean complete() {
        return looked == concerned;
    }
}
