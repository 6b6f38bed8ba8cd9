package org.mandate.authorization.reach;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mandate.authorization.Terms;
import org.mandate.authorization.facts.Assignment;

/** What an assignment comes to while it is valid. */
record Given(String role, List<String> networks, Optional<Terms.Target> resource) {

    /** What of the assignments is valid at the instant. */
    static Set<Given> at(Instant instant, List<Assignment> assignments) {
        Set<Given> given = new HashSet<>();
        for (Assignment one : assignments) {
            if (one.validAt(instant)) {
                given.add(of(one));
            }
        }
        return given;
    }

    private static Given of(Assignment assignment) {
        if (assignment.unlimited()) {
            return new Given(assignment.role(), List.of(), Optional.empty());
        }
        Terms terms = assignment.terms();
        return new Given(assignment.role(), terms.networks(), terms.resource());
    }
}
