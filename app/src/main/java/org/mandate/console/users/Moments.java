package org.mandate.console.users;

import java.util.Optional;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.change.FindDifference;
import org.mandate.authorization.history.PastPlace;
import org.mandate.authorization.history.When;
import org.mandate.console.Fields;

/**
 * Which moments a page shows, as its link names them.
 * @param at the moment whose access is shown; empty for now
 * @param compared the moment that it is compared with; empty for now
 */
record Moments(Optional<String> at, Optional<String> compared, When shown, When other) {

    static final Moments NOW = new Moments(Optional.empty(), Optional.empty(), When.NOW, When.NOW);

    /** A date and time that was chosen goes before the step that was shown. */
    static Moments of(Fields link) {
        String at = link.optional("moment").isPresent() ? "moment" : "at";
        return new Moments(
                link.optional(at),
                link.optional("compared"),
                link.moment(at).orElse(When.NOW),
                link.moment("compared").orElse(When.NOW));
    }

    /** What changed between the two, from the earlier to the later; nothing where both are now. */
    Optional<FindDifference> between(SubjectId subject, PastPlace place) {
        if (at.isEmpty() && compared.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                isBefore(place)
                        ? new FindDifference(subject, other, shown)
                        : new FindDifference(subject, shown, other));
    }

    private boolean isBefore(PastPlace place) {
        return other.position()
                .map(position -> position < place.position())
                .or(() -> other.instant().map(instant -> instant.isBefore(place.at())))
                .orElse(false);
    }
}
