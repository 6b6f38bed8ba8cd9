package org.mandate.authorization.integrity;

/** Let a new key sign the journal's tree heads from now on; the old one stays published for what it has signed. */
public record RotateJournalKeys() {}
