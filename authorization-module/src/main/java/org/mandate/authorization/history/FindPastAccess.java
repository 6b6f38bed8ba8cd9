package org.mandate.authorization.history;

import org.mandate.authorization.SubjectId;

/** What the subject held and could do at a moment. Answers {@link PastAccess}; nothing where nobody ever heard of it. */
public record FindPastAccess(SubjectId subject, When at) {}
