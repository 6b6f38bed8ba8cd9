package org.mandate.authorization.simulation;

/** A simulation of this node; answers {@code Optional<SimulationView>}. */
public record FindSimulation(String id) {}
