package org.mandate.http.history;

import java.util.Optional;
import org.mandate.authorization.history.When;

/** Moments as requests name them. */
final class Moments {

    private Moments() {}

    /** The moment that a parameter or member names; now where it is left out. */
    static When of(String field, Optional<String> text) {
        return text.map(named -> When.parse(field, named)).orElse(When.NOW);
    }
}
