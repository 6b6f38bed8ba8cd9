package org.mandate.authorization.simulation;

/** End a simulation; answers whether there is one. What it found so far stays to be seen. */
public record CancelSimulation(String id) {}
