package org.mandate.authorization.usage;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mandate.authorization.reproduction.Jobs.State;
import org.mandate.authorization.reproduction.WalkProgress;

/**
 * The grants that stand and that nothing needed, as far as is known yet.
 * @param walk names the walk through the journal
 * @param since from when on it looked at decisions
 * @param decisions how many decisions were looked at
 * @param position the position whose grants are judged
 * @param items empty until it is done
 */
public record UnusedGrants(
        String walk,
        Instant since,
        State state,
        WalkProgress.View progress,
        long decisions,
        long undecidable,
        long position,
        List<UnusedGrant> items,
        Optional<String> failure) {}
