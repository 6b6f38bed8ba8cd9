package org.mandate.authorization.point;

import org.mandate.authorization.decision.AccessRequest;
import org.mandate.authorization.facts.Facts;

/**
 * Puts the name of the subject into a question where a condition may speak of it. A name never changes, so it is the same at
 * every moment; who was erased has none any more, at no moment.
 */
@FunctionalInterface
public interface Naming {

    AccessRequest named(AccessRequest request, Facts facts);
}
