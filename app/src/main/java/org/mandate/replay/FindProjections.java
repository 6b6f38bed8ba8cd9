package org.mandate.replay;

/** How far the views of this node are; answers {@code List<ProjectionView>}. */
public record FindProjections() {}
