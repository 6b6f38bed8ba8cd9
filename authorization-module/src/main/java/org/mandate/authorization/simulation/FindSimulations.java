package org.mandate.authorization.simulation;

/** The simulations that this node still knows, the newest first; answers a list of {@link SimulationView}. */
public record FindSimulations() {}
