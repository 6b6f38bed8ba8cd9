package org.mandate.http.health;

import org.mandate.authorization.journal.JournalStatus;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Not ready while records wait that cannot be written. One failure that nothing waits behind is past. What it tells is
 * public, so it tells the mode and nothing else.
 */
@Component("journalHealthIndicator")
class JournalHealthIndicator implements HealthIndicator {
    private final JournalStatus journal;

    JournalHealthIndicator(JournalStatus journal) {
        this.journal = journal;
    }

    @Override
    public Health health() {
        boolean stuck = journal.lastFailure().isPresent() && journal.queueDepth() > 0;
        Health.Builder health = stuck ? Health.outOfService() : Health.up();
        return health.withDetail("mode", journal.mode()).build();
    }
}
