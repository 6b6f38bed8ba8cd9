package org.mandate.authorization.reproduction;

import java.time.Duration;

/**
 * How such a job stands; answers {@code Optional<ReproducedStretch>}.
 * @param patience how long to wait for its end
 */
public record FindReproduction(String id, Duration patience) {}
