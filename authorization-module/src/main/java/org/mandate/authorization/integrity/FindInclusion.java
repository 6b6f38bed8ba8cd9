package org.mandate.authorization.integrity;

/** That a record is in the journal, provable against the newest head; answers {@link Inclusion}. */
public record FindInclusion(String id) {}
