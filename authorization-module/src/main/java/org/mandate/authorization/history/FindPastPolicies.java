package org.mandate.authorization.history;

import java.util.Optional;

/**
 * The policies as they were at a moment. Answers {@link PastPolicies}.
 * @param resourceType only those that spoke of this type of resource, those for all types among them; empty for all
 */
public record FindPastPolicies(Optional<String> resourceType, When at) {}
