package org.mandate.authorization.simulation;

import java.util.Optional;

/**
 * End a simulation; answers whether there is one. What it found so far stays to be seen.
 * @param startedBy id of the only user whose simulations count; empty where those of everybody do
 */
public record CancelSimulation(String id, Optional<String> startedBy) {

    /** Whoever began it. */
    public CancelSimulation(String id) {
        this(id, Optional.empty());
    }
}
