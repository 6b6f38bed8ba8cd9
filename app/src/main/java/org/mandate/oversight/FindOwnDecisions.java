package org.mandate.oversight;

import java.util.Optional;
import org.mandate.identity.UserId;

/**
 * A page of the recorded decisions about oneself, newest first; answers
 * {@link org.mandate.authorization.audit.DecisionPage}.
 * @param limit 1 to 1000
 * @param cursor {@code next} or {@code prev} of another page
 */
public record FindOwnDecisions(UserId user, int limit, Optional<String> cursor) {}
