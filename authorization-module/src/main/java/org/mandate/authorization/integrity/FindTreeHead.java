package org.mandate.authorization.integrity;

/** The newest signed head of the journal's tree; answers {@link TreeHead}, empty until the first is signed. */
public record FindTreeHead() {}
