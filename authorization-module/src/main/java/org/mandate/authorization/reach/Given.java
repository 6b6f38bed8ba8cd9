package org.mandate.authorization.reach;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
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

    /**
     * Spread well: sets of these add the hashes up, and those of names that differ in a few digits come to the same sums again
     * and again.
     */
    @Override
    public int hashCode() {
        int hash = Objects.hash(role, networks, resource);
        hash = (hash ^ hash >>> 16) * 0x85ebca6b;
        hash = (hash ^ hash >>> 13) * 0xc2b2ae35;
        return hash ^ hash >>> 16;
    }

    private static Given of(Assignment assignment) {
        if (assignment.unlimited()) {
            return new Given(assignment.role(), List.of(), Optional.empty());
        }
        Terms terms = assignment.terms();
        return new Given(assignment.role(), terms.networks(), terms.resource());
    }
}
