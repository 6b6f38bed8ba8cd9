package org.mandate.enrolment;

import org.mandate.authorization.catalogue.Tally;

/** What an import came to, or in a dry run would come to, by kind. */
public record ImportResult(
        Tally permissions,
        Tally roles,
        Tally subjects,
        Tally assignments,
        Tally entities,
        Tally policies,
        Tally constraints) {

    /** One without entities, policies and constraints. */
    public ImportResult(Tally permissions, Tally roles, Tally subjects, Tally assignments) {
        this(permissions, roles, subjects, assignments, Tally.NONE, Tally.NONE, Tally.NONE);
    }
}
