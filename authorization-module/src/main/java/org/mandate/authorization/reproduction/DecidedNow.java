package org.mandate.authorization.reproduction;

import java.time.Instant;
import java.util.Optional;
import org.mandate.authorization.reproduction.Reproduction.Answer;

/**
 * What a recorded question would be answered at another moment than its own.
 * @param answer empty where the question can no longer be read, or the person is erased
 */
public record DecidedNow(String id, long position, Instant at, Optional<Answer> answer) {}
