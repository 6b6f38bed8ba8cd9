package org.mandate.authorization.simulation;

import java.util.Optional;

/**
 * The simulations that this node still knows, the newest first; answers a list of {@link SimulationView}.
 * @param startedBy id of the only user whose simulations count; empty where those of everybody do
 */
public record FindSimulations(Optional<String> startedBy) {

    /** Those of everybody. */
    public FindSimulations() {
        this(Optional.empty());
    }
}
