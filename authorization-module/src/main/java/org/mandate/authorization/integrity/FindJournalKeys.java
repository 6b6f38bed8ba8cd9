package org.mandate.authorization.integrity;

/** All keys that tree heads were ever signed with, oldest first; answers {@link JournalKey}s. */
public record FindJournalKeys() {}
