package org.mandate.authorization.journal;

/**
 * A record as it is stored.
 * @param canonical the bytes that are hashed; never to be changed
 */
@SuppressWarnings("ArrayRecordComponent")
public record Stored(long sequence, byte[] canonical) {}
