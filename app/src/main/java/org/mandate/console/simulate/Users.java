package org.mandate.console.simulate;

import java.util.Optional;

/** Whom somebody means by a username or an id. */
@FunctionalInterface
interface Users {

    /** The id; empty where there is no such user. */
    Optional<String> id(String named);
}
