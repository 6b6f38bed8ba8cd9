package org.mandate.authorization.decision;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.Terms;
import org.mandate.authorization.event.EntityDescribed;
import org.mandate.authorization.event.EntityForgotten;
import org.mandate.authorization.event.PermissionRetired;
import org.mandate.authorization.event.PolicyChanged;
import org.mandate.authorization.event.PolicyDefined;
import org.mandate.authorization.event.PolicyRetired;
import org.mandate.authorization.event.RoleInheritanceAdded;
import org.mandate.authorization.event.RoleInheritanceRemoved;
import org.mandate.authorization.event.RolePermissionGranted;
import org.mandate.authorization.event.RolePermissionRevoked;
import org.mandate.authorization.facts.Chronicle;
import org.mandate.content.event.PostDeleted;
import org.mandate.content.event.PostPublished;
import org.mandate.content.event.PostUnpublished;
import org.mandate.identity.event.UserAttributesChanged;
import org.mandate.identity.event.UserDeactivated;
import org.mandate.identity.event.UserErased;
import org.mandate.identity.event.UserReactivated;

/** A random but lawful history over a small world, so that its parts meet often. */
public final class RandomHistory {

    /** Ids as they are given, and ids as they are not: both kinds are kept in their own way. */
    public static final List<String> USERS = List.of(
            "u1",
            "6f1d2c3b-0a49-4e58-9b67-d5c4e3f2a1b0",
            "6F1D2C3B-0A49-4E58-9B67-D5C4E3F2A1B0",
            "00000000-0000-0000-0000-000000000001",
            "stranger");

    public static final List<String> TYPES = List.of("posts", "posts", "reports");
    public static final List<String> ACTIONS = List.of("read", "update", "delete", "publish");
    public static final List<String> RESOURCES = List.of("1", "2", "3", "4");
    public static final List<String> ADDRESSES = List.of("10.0.0.1", "192.168.1.9", "::ffff:10.2.3.4", "2001:db8::5");
    private static final List<String> ROLES = List.of("r0", "r1", "r2", "r3", "r4", "admin");
    private static final List<String> NETWORKS = List.of("10.0.0.0/8", "2001:db8::/32", "192.168.1.0/24");

    private final Random random;
    private final Chronicle chronicle = new Chronicle();
    private final Map<String, String> users = new HashMap<>();
    private final Set<String> posts = new HashSet<>();
    private final Set<String> policies = new HashSet<>();
    private final Set<String> everPosts = new HashSet<>();
    private final Map<String, String[]> standing = new HashMap<>();
    private final Set<String> catalogue = new HashSet<>();
    private int kinds = 13;

    public RandomHistory(Random random) {
        this.random = random;
    }

    /** One in which names come into the catalogue and go. */
    public RandomHistory withCatalogue() {
        kinds = 15;
        return this;
    }

    public Chronicle grow(int events) {
        for (String role : ROLES) {
            List<String> permissions = new ArrayList<>();
            for (int i = random.nextInt(3); i > 0; i--) {
                permissions.add(permission());
            }
            chronicle.role(role, role.equals("admin") ? List.of() : permissions);
        }
        while (chronicle.position() < events) {
            step();
        }
        return chronicle;
    }

    private void step() {
        switch (random.nextInt(kinds)) {
            case 0 -> user();
            case 1, 2 -> assign();
            case 3 -> revoke();
            case 4 -> chronicle.then(new RolePermissionGranted(lowRole(), permission()));
            case 5 -> chronicle.then(new RolePermissionRevoked(lowRole(), permission()));
            case 6 -> inherit();
            case 7, 8 -> policy();
            case 9 -> entity();
            case 10 -> attributes();
            case 13, 14 -> catalogue();
            default -> post();
        }
    }

    private void user() {
        String user = pick(random, USERS.subList(0, 4));
        String state = users.get(user);
        if (state == null) {
            chronicle.user(user);
            users.put(user, "active");
        } else if (state.equals("active") && random.nextInt(6) == 0) {
            chronicle.then(new UserErased(user));
            standing.values().removeIf(one -> one[0].equals(user));
            users.put(user, "erased");
        } else if (state.equals("active")) {
            chronicle.then(new UserDeactivated(user));
            users.put(user, "inactive");
        } else if (state.equals("inactive")) {
            chronicle.then(new UserReactivated(user));
            users.put(user, "active");
        }
    }

    private void assign() {
        String id = random.nextBoolean()
                ? "a" + chronicle.position()
                : new UUID(chronicle.position(), random.nextLong()).toString();
        String role = random.nextInt(20) == 0 ? "admin" : lowRole();
        if (random.nextInt(6) == 0) {
            chronicle.assign(id, new SubjectId("service", pick(random, RESOURCES)), role, terms());
            return;
        }
        String user = pick(random, USERS.subList(0, 4));
        String state = users.get(user);
        if (state == null || state.equals("erased")) {
            return;
        }
        standing.put(id, new String[] {user, role});
        chronicle.assign(id, user, role, random.nextBoolean() ? Terms.UNLIMITED : terms());
    }

    private Terms terms() {
        long from = random.nextInt(8_000);
        return new Terms(
                random.nextInt(3) > 0 ? Optional.empty() : Optional.of(Chronicle.BEGAN.plusSeconds(from)),
                random.nextInt(3) > 0 ? Optional.empty() : Optional.of(Chronicle.BEGAN.plusSeconds(from + 3_000)),
                random.nextInt(3) > 0 ? List.of() : List.of(pick(random, NETWORKS)),
                random.nextInt(3) > 0
                        ? Optional.empty()
                        : Optional.of(new Terms.Target(pick(random, TYPES), pick(random, RESOURCES))),
                Optional.empty());
    }

    private void revoke() {
        if (!standing.isEmpty()) {
            String id = pick(random, standing.keySet().stream().sorted().toList());
            String[] one = standing.remove(id);
            chronicle.revoke(id, one[0], one[1]);
        }
    }

    /** From a higher number to a lower one only, so that no cycle can arise. */
    private void inherit() {
        int higher = 1 + random.nextInt(4);
        String lower = "r" + random.nextInt(higher);
        String heir = "r" + higher;
        chronicle.then(
                random.nextInt(3) > 0
                        ? new RoleInheritanceAdded(heir, lower)
                        : new RoleInheritanceRemoved(heir, lower));
    }

    private void post() {
        String post = pick(random, RESOURCES);
        if (everPosts.add(post)) {
            chronicle.post(post, pick(random, USERS), random.nextBoolean());
            posts.add(post);
        } else if (posts.contains(post) && random.nextInt(8) == 0) {
            chronicle.then(new PostDeleted(post));
            posts.remove(post);
        } else if (posts.contains(post)) {
            chronicle.then(random.nextBoolean() ? new PostPublished(post) : new PostUnpublished(post));
        }
    }

    private void policy() {
        String id = "p" + random.nextInt(4);
        if (policies.contains(id) && random.nextInt(3) == 0) {
            chronicle.then(new PolicyRetired(id));
            policies.remove(id);
            return;
        }
        String effect = random.nextInt(3) == 0 ? "deny" : "allow";
        String type = random.nextInt(4) == 0 ? "*" : pick(random, TYPES);
        List<String> actions = List.of(random.nextInt(4) == 0 ? "*" : pick(random, ACTIONS));
        List<String> roles = random.nextBoolean() ? List.of() : List.of(pick(random, ROLES));
        String condition = random.nextInt(5) == 0 ? null : pick(random, NaiveConditions.ALL);
        chronicle.then(
                policies.add(id)
                        ? new PolicyDefined(id, "", effect, type, actions, roles, condition)
                        : new PolicyChanged(id, "", effect, type, actions, roles, condition));
    }

    private void entity() {
        String type = pick(random, List.of("reports", "service"));
        String id = pick(random, RESOURCES);
        chronicle.then(
                random.nextInt(4) == 0
                        ? new EntityForgotten(type, id)
                        : new EntityDescribed(type, id, attributesOfAny()));
    }

    private void catalogue() {
        String name = pick(random, TYPES) + ":" + pick(random, ACTIONS);
        if (catalogue.remove(name)) {
            chronicle.then(new PermissionRetired(name));
        } else {
            catalogue.add(name);
            chronicle.permissions(name);
        }
    }

    private void attributes() {
        String user = pick(random, USERS.subList(0, 4));
        if (users.containsKey(user) && !"erased".equals(users.get(user))) {
            chronicle.then(new UserAttributesChanged(user, attributesOfAny()));
        }
    }

    public Map<String, Object> attributesOfAny() {
        Map<String, Object> attributes = new HashMap<>();
        if (random.nextBoolean()) {
            attributes.put("level", random.nextInt(4));
        }
        if (random.nextBoolean()) {
            attributes.put("owner", pick(random, USERS));
        }
        return attributes;
    }

    private String permission() {
        String type = random.nextInt(8) == 0 ? "*" : pick(random, TYPES);
        String action = random.nextInt(8) == 0 ? "*" : pick(random, ACTIONS);
        return type + ":" + action;
    }

    private String lowRole() {
        return "r" + random.nextInt(5);
    }

    public static <T> T pick(Random random, List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
