package org.mandate.http.health;

import org.mandate.authorization.facts.FactsStatus;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Ready once the facts have caught up, and only while they keep up. */
@Component("factsHealthIndicator")
class FactsHealthIndicator implements HealthIndicator {
    private final FactsStatus facts;

    FactsHealthIndicator(FactsStatus facts) {
        this.facts = facts;
    }

    @Override
    public Health health() {
        Health.Builder health = facts.fit() ? Health.up() : Health.outOfService();
        return health.withDetail("position", facts.position())
                .withDetail("state", facts.describe())
                .build();
    }
}
