package org.mandate.authorization.assignment;

/** Where ids of new assignments come from. */
public interface AssignmentIds {

    /** An id that no assignment has had. */
    String next();
}
