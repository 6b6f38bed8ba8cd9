package org.mandate.authorization.history;

import java.util.Set;
import org.mandate.authorization.facts.RoleFacts;

/**
 * A role as it was at a moment.
 * @param effectivePermissions all that it gave, what wildcards stood for among it
 */
public record PastRole(PastPlace place, RoleFacts role, Set<String> effectivePermissions) {}
