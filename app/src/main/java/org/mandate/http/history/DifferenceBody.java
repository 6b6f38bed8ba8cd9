package org.mandate.http.history;

import java.util.List;
import org.mandate.authorization.change.Difference;
import org.mandate.authorization.history.PastPlace;

/** What was gained and lost between two moments, as it is answered. */
record DifferenceBody(PastPlace from, PastPlace to, List<String> gained, List<String> lost, List<ChangeBody> events) {

    static DifferenceBody of(Difference difference) {
        return new DifferenceBody(
                difference.from(),
                difference.to(),
                List.copyOf(difference.gained()),
                List.copyOf(difference.lost()),
                difference.changes().stream().map(ChangeBody::of).toList());
    }
}
