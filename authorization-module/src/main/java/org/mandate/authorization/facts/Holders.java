package org.mandate.authorization.facts;

import java.util.List;
import org.mandate.authorization.SubjectId;

/**
 * Who holds what now: where the end of a role or a permission must be followed up. What it misses because of a change made
 * at the same moment is caught when the events are appended.
 */
public interface Holders {

    /** The subjects to which the role is assigned directly. */
    List<SubjectId> subjectsAssigned(String role);

    /** The roles that inherit directly from the role. */
    List<String> rolesInheriting(String role);

    /** The roles that hold the permission directly. */
    List<String> rolesHolding(String permission);
}
