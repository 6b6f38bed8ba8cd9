package org.mandate.authorization.condition;

/** What evaluating a condition came to. Only {@link #TRUE} says that it holds. */
public enum Truth {
    TRUE,
    FALSE,
    /** An attribute that it needs is not known. */
    UNKNOWN,
    /** It failed, or went beyond its limits. */
    ERROR
}
