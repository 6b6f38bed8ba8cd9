package org.mandate.authorization.simulation;

import java.util.Optional;

/**
 * A simulation of this node; answers {@code Optional<SimulationView>}.
 * @param startedBy id of the only user whose simulations count; empty where those of everybody do
 */
public record FindSimulation(String id, Optional<String> startedBy) {

    /** Whoever began it. */
    public FindSimulation(String id) {
        this(id, Optional.empty());
    }
}
