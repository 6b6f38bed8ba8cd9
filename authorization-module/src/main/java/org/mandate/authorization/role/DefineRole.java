package org.mandate.authorization.role;

import java.util.Set;

/** Define a role. */
public record DefineRole(String name, String description, Set<String> permissions, Set<String> inherits) {}
