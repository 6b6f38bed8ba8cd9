package org.mandate.http.health;

import java.util.Map;
import org.mandate.replay.ProjectionView.Finding;
import org.mandate.replay.SelfChecks;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Down where a view was found not to be what the history comes to, until a comparison finds it right. */
@Component("selfCheckHealthIndicator")
class SelfCheckHealthIndicator implements HealthIndicator {
    private final SelfChecks checks;

    SelfCheckHealthIndicator(SelfChecks checks) {
        this.checks = checks;
    }

    @Override
    public Health health() {
        Map<String, Finding> found = checks.latest();
        boolean equal = found.values().stream().allMatch(Finding::equal);
        Health.Builder health = equal ? Health.up() : Health.down();
        found.forEach((view, finding) -> health.withDetail(view, sentence(finding)));
        return health.build();
    }

    private static String sentence(Finding found) {
        String when = " at position " + found.position() + ", " + found.at();
        return found.failure()
                .map(why -> "could not be compared: " + why + when)
                .orElseGet(() -> found.difference()
                        .map(first -> "differs first in " + first + when)
                        .orElse("equal" + when));
    }
}
