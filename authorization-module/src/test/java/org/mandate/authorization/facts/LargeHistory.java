package org.mandate.authorization.facts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.event.RoleAssigned;
import org.mandate.authorization.event.RoleDefined;
import org.mandate.authorization.event.RolePermissionGranted;
import org.mandate.authorization.event.RolePermissionRevoked;
import org.mandate.authorization.event.RoleRevoked;
import org.mandate.identity.event.UserRegistered;

/**
 * A history of any size, made in memory: users who are given roles and lose them again, round by round, so that a moment in
 * the middle finds everybody in another state than now. An event comes every millisecond.
 */
public final class LargeHistory implements PastFacts {

    public static final int ROLES = 500;
    private static final int GIVERS = 50;
    private static final Instant BEGAN = Instant.parse("2020-01-01T00:00:00Z");

    private final FactBase base = new FactBase();
    private final Random random;
    private final int users;
    private long position;

    public LargeHistory(int users, long seed) {
        this.users = users;
        this.random = new Random(seed);
        for (int i = 0; i < ROLES; i++) {
            List<String> inherits = i % 5 == 0 || i < 10 ? List.of() : List.of(role(i % 10));
            then(new RoleDefined(role(i), "", List.of("things:act" + i, "things:act" + (i + 1)), inherits));
        }
        for (int i = 0; i < users; i++) {
            then(new UserRegistered(user(i), "sealed", Map.of()));
        }
    }

    /** Every user is given a role, which stays. */
    public LargeHistory giveToAll(int round) {
        for (int i = 0; i < users; i++) {
            give(user(i), id(round, i), role(random.nextInt(ROLES)));
        }
        return this;
    }

    /** Every user loses the role of an earlier round. */
    public LargeHistory takeFromAll(int round) {
        for (int i = 0; i < users; i++) {
            then(new RoleRevoked(id(round, i), SubjectId.USER, user(i), role(0), null, giver()));
        }
        return this;
    }

    /** One user with a role that changes as often. */
    public String userOfChangingRole(int changes) {
        String user = new UUID(7, changes).toString();
        then(new UserRegistered(user, "sealed", Map.of()));
        then(new RoleDefined("changing", "", List.of(), List.of()));
        give(user, new UUID(8, changes).toString(), "changing");
        for (int i = 0; i < changes; i++) {
            String permission = "changing:act" + i / 2 % 20;
            then(
                    i % 2 == 0
                            ? new RolePermissionGranted("changing", permission)
                            : new RolePermissionRevoked("changing", permission));
        }
        return user;
    }

    /** One user who is given a role and loses it, until as many changes are made. */
    public String userOfManyGrants(int changes) {
        String user = new UUID(9, changes).toString();
        then(new UserRegistered(user, "sealed", Map.of()));
        for (int i = 0; i < changes; i += 2) {
            String id = new UUID(10, i).toString();
            String role = role(random.nextInt(ROLES));
            give(user, id, role);
            then(new RoleRevoked(id, SubjectId.USER, user, role, null, giver()));
        }
        return user;
    }

    /** The random user with this number. */
    public String user(int number) {
        long mixed = (number + 1) * 0x9e3779b97f4a7c15L;
        return new UUID(mixed, mixed ^ mixed >>> 31).toString();
    }

    private static String id(int round, int user) {
        return new UUID((long) round << 32 | user, ~(user * 0xbf58476d1ce4e5b9L)).toString();
    }

    private static String role(int number) {
        return "role" + number;
    }

    private String giver() {
        return "giver" + random.nextInt(GIVERS);
    }

    private void give(String user, String id, String role) {
        then(new RoleAssigned(id, SubjectId.USER, user, role, null, null, List.of(), null, null, null, giver()));
    }

    private void then(Object event) {
        position++;
        Instant at = BEGAN.plusMillis(position);
        base.apply(new History.Entry(position, at, "giver", event));
        base.times.add(position, at);
    }

    public PastChanges changes() {
        return new RecordedChanges(() -> base);
    }

    /** What is used of the heap when nothing is left to collect. */
    public static long usedHeap() {
        List<Long> used = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            System.gc();
            used.add(Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory());
        }
        return used.stream().mapToLong(Long::longValue).min().orElseThrow();
    }

    @Override
    public Facts at(long asked) {
        return base.at(asked);
    }

    @Override
    public long head() {
        return position;
    }

    @Override
    public Instant recordedAt(long asked) {
        return base.times.at(asked);
    }

    @Override
    public long positionAt(Instant instant) {
        return base.times.positionAt(instant, position);
    }
}
