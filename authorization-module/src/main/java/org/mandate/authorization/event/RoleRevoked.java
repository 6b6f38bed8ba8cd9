package org.mandate.authorization.event;

import org.jspecify.annotations.Nullable;

/** The assignment ended. */
public record RoleRevoked(
        String assignmentId,
        String subjectType,
        String subjectId,
        String role,
        @Nullable String reason,
        String revokedBy)
        implements AssignmentEvent {}
