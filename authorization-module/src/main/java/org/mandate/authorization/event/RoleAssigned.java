package org.mandate.authorization.event;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The subject holds the role from here on: within the validity, from the networks and for the resource, where given.
 * @param networks normalised CIDR blocks; empty means from anywhere
 * @param grantedBy id of the actor
 */
public record RoleAssigned(
        String assignmentId,
        String subjectType,
        String subjectId,
        String role,
        @Nullable Instant validFrom,
        @Nullable Instant validUntil,
        List<String> networks,
        @Nullable String resourceType,
        @Nullable String resourceId,
        @Nullable String reason,
        String grantedBy)
        implements AssignmentEvent {}
