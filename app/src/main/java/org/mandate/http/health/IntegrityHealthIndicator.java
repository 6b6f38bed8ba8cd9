package org.mandate.http.health;

import org.mandate.authorization.integrity.IntegrityStatus;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Down as soon as anything of the journal was found altered, or its heads cannot be kept outside of the database. It takes
 * no part in readiness: a node that stopped serving would help whoever altered it.
 */
@Component("integrityHealthIndicator")
class IntegrityHealthIndicator implements HealthIndicator {
    private final IntegrityStatus integrity;

    IntegrityHealthIndicator(IntegrityStatus integrity) {
        this.integrity = integrity;
    }

    @Override
    public Health health() {
        var faults = integrity.faults();
        Health.Builder health = faults.isEmpty() ? Health.up() : Health.down().withDetail("faults", faults);
        return health.withDetail("treeSize", integrity.size()).build();
    }
}
