package org.mandate.authorization.reach;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mandate.authorization.event.PolicyChanged;
import org.mandate.authorization.event.PolicyDefined;
import org.mandate.authorization.event.RoleDescribed;
import org.mandate.authorization.event.RolePermissionGranted;
import org.mandate.authorization.facts.Chronicle;

/**
 * How long the reach of changes that concern everybody is sought among 100,000 users of 10,000 roles. No part of a build: {@code
 * -Dtest=ReachRun}.
 */
class ReachRun {

    private static final int USERS = Integer.getInteger("mandate.reach.users", 100_000);
    private static final int ROLES = 10_000;
    private static final int ROUNDS = 6;

    private final Chronicle chronicle = new Chronicle();

    @Test
    void measuresChangesThatConcernEverybody() {
        enrol();
        chronicle.then(new PolicyDefined("often", "", "deny", "things17", List.of("never"), List.of(), null));
        measure("a description of a policy", policy("never"));
        measure("a policy for everybody that denies what nobody holds", policy("neither"));
        measure("a policy for everybody that denies what some hold", policy("act17"));
        measure("a description of a role that all hold", new RoleDescribed("user", "Anybody"));
        measure("a permission for a role that all hold", new RolePermissionGranted("user", "posts:publish"));
    }

    private static PolicyChanged policy(String action) {
        return new PolicyChanged("often", "Other words", "deny", "things17", List.of(action), List.of(), null);
    }

    private void enrol() {
        chronicle.permissions("posts:read", "posts:create", "posts:publish");
        chronicle.role("user", List.of("posts:read", "posts:create"));
        for (int i = 0; i < 200; i++) {
            chronicle.permissions("things%d:act%d".formatted(i, i));
        }
        for (int i = 0; i < ROLES; i++) {
            List<String> permissions = List.of("things%d:act%d".formatted(i % 200, i % 200));
            chronicle.role("role" + i, permissions, i < 20 ? new String[0] : new String[] {"role" + i % 20});
        }
        for (int i = 0; i < USERS; i++) {
            String user = new UUID(i * 0x9e3779b97f4a7c15L, i).toString();
            chronicle.user(user);
            for (String role : List.of("user", "role" + i % ROLES, "role" + (i * 7L + 31) % ROLES)) {
                chronicle.assign(new UUID(i * 0x9e3779b97f4a7c15L, role.hashCode()).toString(), user, role);
            }
        }
    }

    private void measure(String what, Object event) {
        chronicle.then(event);
        long position = chronicle.position();
        StringBuilder times = new StringBuilder();
        Reach found = Reach.NONE;
        for (int i = 0; i < ROUNDS; i++) {
            long began = System.nanoTime();
            found = Reach.of(
                    chronicle.at(position - 1), chronicle.at(position), Touched.by(List.of(event)), Chronicle.BEGAN);
            times.append(String.format(Locale.ROOT, " %d", (System.nanoTime() - began) / 1_000_000));
        }
        System.out.printf(
                "%s: %d gain, %d lose, %d of %d looked at,%s ms%n",
                what, found.gaining(), found.losing(), found.looked(), found.concerned(), times);
    }
}
