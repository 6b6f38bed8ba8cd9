package org.mandate.identity.token;

/**
 * Bring a new signing key into use. It is published at once and signs a little later, when every node knows it; the
 * old one stays published until the last token that it signed has expired.
 */
public record RotateSigningKeys() {}
