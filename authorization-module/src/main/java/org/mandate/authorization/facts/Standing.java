package org.mandate.authorization.facts;

/** Whether a subject counts. Subjects of other types than {@code user} need no registration and are always active. */
public enum Standing {
    ACTIVE,
    INACTIVE,
    UNKNOWN
}
