package org.mandate.authorization.change;

import org.mandate.authorization.SubjectId;
import org.mandate.authorization.history.When;

/** What the subject gained and lost between two moments. Answers a {@link Difference}, or nothing where it is unheard of. */
public record FindDifference(SubjectId subject, When from, When to) {}
