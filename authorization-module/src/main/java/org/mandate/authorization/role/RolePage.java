package org.mandate.authorization.role;

import java.util.List;
import java.util.Optional;

/**
 * A page of roles, ordered by name.
 * @param next the {@code after} of the page that follows; empty on the last
 */
public record RolePage(List<RoleView> items, Optional<String> next) {}
