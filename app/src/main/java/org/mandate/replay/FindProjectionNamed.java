package org.mandate.replay;

/** How far one view is; answers {@code Optional<ProjectionView>}. */
public record FindProjectionNamed(String name) {}
