package org.mandate.authorization.reach;

import java.time.Instant;
import java.util.Set;
import org.mandate.authorization.facts.Standing;

/** All that can tell one subject from another where no condition asks for the subject. */
record Alike(Instant at, Standing stood, Set<Given> had, Standing stands, Set<Given> has) {}
