package org.mandate.authorization;

import java.util.Optional;

/** Where the names of users are had, for conditions and refusals that speak of them. */
@FunctionalInterface
public interface Usernames {

    /** The name of the user with this id; empty where there is none, or none any more. */
    Optional<String> of(String userId);
}
