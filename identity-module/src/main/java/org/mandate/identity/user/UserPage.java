package org.mandate.identity.user;

import java.util.List;
import java.util.Optional;

/** A page of the directory, ordered by username. {@code next} continues it. */
public record UserPage(List<UserView> items, Optional<String> next) {}
