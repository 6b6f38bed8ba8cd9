package org.mandate.authorization.simulation;

import java.time.Instant;
import org.mandate.authorization.decision.Decision;

/**
 * How a question is answered as things stand, and how it would be with proposed changes.
 * @param position what stands, and what the changes are laid over
 */
public record ProposedAnswer(long position, Instant at, Decision now, Decision would) {}
