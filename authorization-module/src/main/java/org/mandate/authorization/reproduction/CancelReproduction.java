package org.mandate.authorization.reproduction;

/** End such a job; answers whether there is one. What it found out so far stays to be seen. */
public record CancelReproduction(String id) {}
