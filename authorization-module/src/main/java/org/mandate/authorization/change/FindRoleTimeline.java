package org.mandate.authorization.change;

import java.util.Optional;

/**
 * Every change of a role, its own or through what it inherits, in the order of time or against it. Answers a
 * {@link ChangePage}, or nothing where there never was such a role.
 * @param after the key of the change that the page follows
 */
public record FindRoleTimeline(String role, boolean newestFirst, int limit, Optional<String> after) {}
