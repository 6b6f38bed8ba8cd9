package org.mandate.authorization.event;

/** What can happen to the roles of a subject. */
public sealed interface AssignmentEvent permits RoleAssigned, RoleRevoked {

    String assignmentId();

    String subjectType();

    String subjectId();

    String role();
}
