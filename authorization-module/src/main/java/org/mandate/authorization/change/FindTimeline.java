package org.mandate.authorization.change;

import java.util.Optional;
import org.mandate.authorization.SubjectId;

/**
 * Every change of what the subject can do, direct or through a role, a policy, the hierarchy or time; oldest first. Answers a
 * {@link ChangePage}, or nothing where nobody ever heard of the subject.
 * @param after the key of the change that the page follows
 */
public record FindTimeline(SubjectId subject, int limit, Optional<String> after) {}
