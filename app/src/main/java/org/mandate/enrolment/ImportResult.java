package org.mandate.enrolment;

import org.mandate.authorization.catalogue.Tally;

/** What an import came to, or in a dry run would come to, by kind. */
public record ImportResult(Tally permissions, Tally roles, Tally subjects, Tally assignments) {}
