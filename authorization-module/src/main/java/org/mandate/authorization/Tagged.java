package org.mandate.authorization;

/** What says something, and has a tag that is the same wherever the same is said and another wherever anything else is. */
public interface Tagged {

    /** The tag of what this says. */
    String tag();
}
