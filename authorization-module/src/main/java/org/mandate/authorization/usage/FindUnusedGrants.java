package org.mandate.authorization.usage;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Which grants no recorded decision needed; answers {@code Optional<UnusedGrants>}. The walk through the journal goes on where it takes
 * longer than the asker waits, and who names it finds it again.
 * @param since from when on decisions are looked at; a walk that was begun before goes by its own, and another one is refused
 * @param walk a walk that was begun before; without one, another begins
 */
public record FindUnusedGrants(Instant since, Optional<String> walk, Duration patience) {}
