package org.mandate.oversight;

/** How this node and its journal stand, for whoever oversees access; answers {@link Vitals}. */
public record FindVitals() {}
