package org.mandate.administration;

/** How far the views of this node are; answers {@code List<ProjectionView>}. */
public record FindProjections() {}
