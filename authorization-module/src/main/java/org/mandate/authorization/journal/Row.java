package org.mandate.authorization.journal;

/** A record on its way into the table. */
@SuppressWarnings("ArrayRecordComponent")
record Row(String id, long madeAt, byte[] canonical) {}
