package org.mandate.authorization.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mandate.authorization.event.RoleAssigned;
import org.mandate.authorization.event.RoleDefined;
import org.mandate.identity.event.UserRegistered;

/** What a user with two assignments takes of the heap; a million of them unless {@code mandate.load.users} says otherwise. */
class FactsHeapRun {

    private static final int USERS = Integer.getInteger("mandate.load.users", 1_000_000);
    private static final int ROLES = 10_000;

    private final Random random = new Random(20_261_127);
    private final FactBase base = new FactBase();
    private long position;

    @Test
    void staysWithinTwoHundredBytesAUser() {
        for (int role = 0; role < ROLES; role++) {
            apply(new RoleDefined("role" + role, "", List.of("a:b" + role), List.of()));
        }
        long before = heap();
        for (int i = 0; i < USERS; i++) {
            String user = uuid();
            apply(new UserRegistered(user, "", Map.of()));
            assign(user, random.nextInt(ROLES));
            assign(user, random.nextInt(ROLES));
        }
        long each = (heap() - before) / USERS;

        System.out.printf("%d bytes for each of %,d users with two assignments%n", each, USERS);
        assertThat(base.at(position).subjectsAssigned("role1")).isNotEmpty();
        assertThat(each).isLessThanOrEqualTo(200);
    }

    private void assign(String user, int role) {
        apply(new RoleAssigned(uuid(), "user", user, "role" + role, null, null, List.of(), null, null, null, "system"));
    }

    private String uuid() {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    private void apply(Object event) {
        position++;
        History.Entry entry = new History.Entry(position, Instant.ofEpochSecond(position), "system", event);
        NotApplied.apply(base, position - 1, entry);
    }

    private static long heap() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
