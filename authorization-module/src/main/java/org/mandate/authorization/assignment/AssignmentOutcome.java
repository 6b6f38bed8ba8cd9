package org.mandate.authorization.assignment;

/** The assignment that stands now. {@code created} is false where it stood before. */
public record AssignmentOutcome(String assignmentId, boolean created) {}
