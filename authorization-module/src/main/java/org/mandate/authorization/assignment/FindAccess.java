package org.mandate.authorization.assignment;

import org.mandate.authorization.SubjectId;

/** What a subject holds now; answers {@link AccessView}. */
public record FindAccess(SubjectId subject) {}
