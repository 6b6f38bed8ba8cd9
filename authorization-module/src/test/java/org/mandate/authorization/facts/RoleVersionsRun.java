package org.mandate.authorization.facts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.decision.AccessRequest;
import org.mandate.authorization.decision.Action;
import org.mandate.authorization.decision.Decider;
import org.mandate.authorization.decision.Requirement;
import org.mandate.authorization.decision.Resource;
import org.mandate.authorization.event.PermissionDefined;
import org.mandate.authorization.event.PolicyChanged;
import org.mandate.authorization.event.PolicyDefined;
import org.mandate.authorization.event.RoleAssigned;
import org.mandate.authorization.event.RoleDefined;
import org.mandate.authorization.event.RolePermissionGranted;
import org.mandate.authorization.event.RolePermissionRevoked;
import org.mandate.identity.event.UserRegistered;

/**
 * The heap of what roles and policies were, and what asking of it costs beside asking of the present. No part of a build:
 * {@code -Dtest=RoleVersionsRun}.
 */
class RoleVersionsRun {

    private static final int HEIRS = 50;
    private static final int POLICIES = 200;
    private static final String USER = "00000000-0000-4000-8000-000000000001";
    private static final int ROUNDS = 7;
    private static final int QUESTIONS = 200_000;

    private final FactBase base = new FactBase();
    private final Random random = new Random(20_261_127);
    private long position;

    /** A role of 200 permissions from which 50 inherit, 20 of their own each: one permission comes and goes. */
    @Test
    void ofARoleWithHeirsWherePermissionsComeAndGo() {
        heirs();
        measure(
                "role with 50 heirs, one permission comes and goes",
                2_000,
                HEIRS + 1,
                i -> change("base:act200", i % 2));
        time("base", "act7");
    }

    /** The same, where each change is of some other permission. */
    @Test
    void ofARoleWithHeirsWhereAnyPermissionChanges() {
        heirs();
        measure("role with 50 heirs, any permission changes", 2_000, HEIRS + 1, i -> anyChange(i, 400));
        time("base", "act7");
    }

    /** A role of 200 permissions of its own that inherits 20, and from which nobody inherits. */
    @Test
    void ofARoleByItself() {
        names("other", 20).forEach(this::defined);
        then(new RoleDefined("other", "", names("other", 20), List.of()));
        List<String> all = names("base", 201);
        all.forEach(this::defined);
        then(new RoleDefined("base", "", all.subList(0, 200), List.of("other")));
        measure("role by itself that inherits, any permission changes", 10_000, 1, i -> anyChange(i, 400));
    }

    /** 200 policies on four types, with conditions; each change makes another one allow or deny. */
    @Test
    void ofPolicies() {
        heirs();
        for (int i = 0; i < POLICIES; i++) {
            PolicyChanged first = policy(i, 0);
            then(new PolicyDefined(
                    first.policyId(),
                    first.description(),
                    first.effect(),
                    first.resourceType(),
                    first.actions(),
                    first.roles(),
                    first.condition()));
        }
        measure("200 policies", 10_000, 1, i -> policy(random.nextInt(POLICIES), i));
        time("type1", "act7");
        time("type2", "share");
    }

    private void heirs() {
        List<String> all = names("base", 201);
        all.forEach(this::defined);
        then(new RoleDefined("base", "", all.subList(0, 200), List.of()));
        for (int heir = 0; heir < HEIRS; heir++) {
            List<String> own = names("heir" + heir, 20);
            own.forEach(this::defined);
            then(new RoleDefined("heir" + heir, "", own, List.of("base")));
        }
        then(new UserRegistered(USER, "", Map.of()));
        then(new RoleAssigned(USER, "user", USER, "heir7", null, null, List.of(), null, null, null, "somebody"));
    }

    private Object anyChange(int i, int among) {
        return change("base:act" + (10 + random.nextInt(among)), i % 2);
    }

    private static Object change(String permission, int kind) {
        return kind == 0
                ? new RolePermissionGranted("base", permission)
                : new RolePermissionRevoked("base", permission);
    }

    private static PolicyChanged policy(int number, int version) {
        return new PolicyChanged(
                "policy-" + number,
                "What policy " + number + " is for",
                version % 2 == 0 ? "allow" : "deny",
                "type" + number % 4,
                List.of("read" + number, "share"),
                List.of("heir" + number % HEIRS),
                "subject.id == '" + USER + "' || subject.id == 'number " + number + "'");
    }

    private void measure(String what, int changes, int intervals, IntFunction<Object> change) {
        long before = heap();
        for (int i = 0; i < changes; i++) {
            then(change.apply(i));
        }
        double each = (heap() - before) / ((double) changes * intervals);
        System.out.printf(Locale.ROOT, "%s: %.1f bytes for each closed interval%n", what, each);
    }

    private void time(String type, String action) {
        double present = 0;
        double past = 0;
        for (int i = 0; i < ROUNDS; i++) {
            present = nanos(type, action, 0);
            past = nanos(type, action, (int) (position / 2));
        }
        System.out.printf(
                Locale.ROOT,
                "%s: a check now %.0f ns, at a random position %.0f ns: %.2f times%n",
                action,
                present,
                past,
                past / present);
    }

    private double nanos(String type, String action, int back) {
        AccessRequest request = new AccessRequest(
                SubjectId.user(USER),
                Map.of(),
                Action.of(action),
                Resource.of(type, "1"),
                Map.of(),
                Requirement.may(action),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        Random places = new Random(1);
        int allowed = 0;
        long began = System.nanoTime();
        for (int i = 0; i < QUESTIONS; i++) {
            long at = position - (back == 0 ? 0 : places.nextInt(back));
            allowed += Decider.decide(base.at(at), request, Instant.EPOCH).allowed() ? 1 : 0;
        }
        if (allowed > QUESTIONS) {
            throw new IllegalStateException();
        }
        return (System.nanoTime() - began) / (double) QUESTIONS;
    }

    private void defined(String permission) {
        then(new PermissionDefined(permission, ""));
    }

    private void then(Object event) {
        position++;
        NotApplied.apply(
                base,
                position - 1,
                new History.Entry(position, Instant.EPOCH.plusSeconds(position), "somebody", event));
    }

    private static List<String> names(String type, int count) {
        return new ArrayList<>(
                IntStream.range(0, count).mapToObj(i -> type + ":act" + i).toList());
    }

    private static long heap() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
