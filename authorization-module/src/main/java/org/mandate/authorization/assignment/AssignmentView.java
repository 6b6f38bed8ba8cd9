package org.mandate.authorization.assignment;

import java.time.Instant;
import org.mandate.authorization.Terms;

/** An assignment that stands. */
public record AssignmentView(String id, String role, Terms terms, String grantedBy, Instant grantedAt) {}
