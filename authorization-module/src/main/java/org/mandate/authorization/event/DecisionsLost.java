package org.mandate.authorization.event;

import java.time.Instant;

/**
 * Answers left without a record of theirs: a gap that is known. Only the mode {@code bounded} allows it.
 * @param at when the gap was written down
 * @param count how many decisions were lost
 * @param from the instant of the first lost decision
 * @param to the instant of the last lost decision
 * @param mode the durability that the journal promised at that moment
 */
public record DecisionsLost(String id, Instant at, long count, Instant from, Instant to, String mode)
        implements DecisionEvent {}
