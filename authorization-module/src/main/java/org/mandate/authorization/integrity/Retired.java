package org.mandate.authorization.integrity;

/**
 * Records that retention has taken away, always from the beginning. Their hashes and the heads that cover them remain, so
 * that what is proved of the others still holds.
 */
public record Retired(long first, long last) {}
