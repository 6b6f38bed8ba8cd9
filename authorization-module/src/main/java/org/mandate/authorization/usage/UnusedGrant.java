package org.mandate.authorization.usage;

import java.util.List;
import java.util.Optional;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.facts.Assignment;

/**
 * A grant that no recorded decision needed.
 * @param holder of an assignment
 * @param assignment empty for a permission of a role
 * @param permission empty for an assignment
 * @param redundantWith what decisions would have rested on instead, where they rested on this and on something else
 */
public record UnusedGrant(
        Optional<SubjectId> holder,
        Optional<Assignment> assignment,
        String role,
        Optional<String> permission,
        List<Grant> redundantWith) {}
