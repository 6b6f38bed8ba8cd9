package org.mandate.authorization.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.decision.AccessRequest;
import org.mandate.authorization.decision.Action;
import org.mandate.authorization.decision.Requirement;
import org.mandate.authorization.decision.Resource;
import org.mandate.authorization.facts.Chronicle;
import org.mandate.authorization.facts.Facts;

/**
 * An access model with a stated number of users, the same in every run. Whatever their number, 10,000 roles over as many
 * permissions, each role with two of its own and, in chains of four, those of its parents, so that two worlds differ in their
 * users alone; every user with one to three roles, every third with a post.
 */
final class World {

    private static final int ROLES = 10_000;
    private static final int CHAIN = 4;
    private static final int OWNING = 3;

    final int users;
    final int roles = ROLES;
    private final int questions;

    /** @param questions how many different ones are asked in turn, a power of two */
    World(int users, int questions) {
        this.users = users;
        this.questions = questions;
    }

    Facts facts() {
        Chronicle chronicle = new Chronicle();
        for (int role = 0; role < roles; role++) {
            List<String> own = List.of(permission(role), permission(role + roles / 2));
            if (role % CHAIN == 0) {
                chronicle.role(role(role), own);
            } else {
                chronicle.role(role(role), own, role(role - 1));
            }
        }
        chronicle.allow("late", "orders", "approve", List.of(), "resource.attributes.amount < 1000 && subject.id != ''");
        chronicle.entity("orders", "1", Map.of("amount", 10L));
        for (int user = 0; user < users; user++) {
            chronicle.user(user(user));
            for (int each = 0; each <= user % 3; each++) {
                chronicle.assign(id(user * 4L + each, 1), user(user), role(roleOf(user, each)));
            }
            if (user % OWNING == 0) {
                chronicle.post(post(user), user(user), false);
            }
        }
        return chronicle.facts();
    }

    int roleOf(int user, int which) {
        return (int) ((user * 7_919L + which * 104_729L) % roles);
    }

    /** A permission at the far end of the chain of the user's last role. */
    int inheritedBy(int user) {
        int role = roleOf(user, user % 3);
        return role - role % CHAIN;
    }

    static String role(int role) {
        return "role-" + role;
    }

    String permission(int number) {
        int permission = number % roles;
        return "type" + permission / 10 + ":act" + permission % 10;
    }

    static String user(int user) {
        return id(user, 2);
    }

    static String post(int user) {
        return id(user, 3);
    }

    /** Spread over all ids, and the same in every run. */
    private static String id(long number, int kind) {
        return new UUID(Long.reverse(number + 1) ^ 0x5bd1e995_5bd1e995L, number * 8 + kind).toString();
    }

    /** Users all over the table, so that a question is as likely as not to miss the processor's caches. */
    private int askedUser(int question) {
        return (int) (question * 2_654_435_761L % users);
    }

    AccessRequest[] byRole() {
        AccessRequest[] asked = new AccessRequest[questions];
        for (int i = 0; i < questions; i++) {
            int user = askedUser(i);
            String[] parts = permission(inheritedBy(user)).split(":", 2);
            asked[i] = question(user(user), parts[1], parts[0], "1");
        }
        return asked;
    }

    AccessRequest[] byOwnership() {
        AccessRequest[] asked = new AccessRequest[questions];
        for (int i = 0; i < questions; i++) {
            int user = askedUser(i) / OWNING * OWNING;
            asked[i] = question(user(user), "update", "posts", post(user));
        }
        return asked;
    }

    AccessRequest[] denied() {
        AccessRequest[] asked = new AccessRequest[questions];
        for (int i = 0; i < questions; i++) {
            asked[i] = question(user(askedUser(i)), "nothing", "type1", "1");
        }
        return asked;
    }

    AccessRequest[] byCondition() {
        AccessRequest[] asked = new AccessRequest[questions];
        for (int i = 0; i < questions; i++) {
            asked[i] = question(user(askedUser(i)), "approve", "orders", "1");
        }
        return asked;
    }

    /** Where roles are listed for another engine: its permissions and its parents. */
    List<String> parents(int role) {
        return role % CHAIN == 0 ? List.of() : List.of(role(role - 1));
    }

    List<String> own(int role) {
        return List.of(permission(role), permission(role + roles / 2));
    }

    List<Integer> rolesOf(int user) {
        List<Integer> held = new ArrayList<>();
        for (int each = 0; each <= user % 3; each++) {
            held.add(roleOf(user, each));
        }
        return held;
    }

    private static AccessRequest question(String user, String action, String type, String id) {
        return new AccessRequest(
                SubjectId.user(user),
                Map.of(),
                Action.of(action),
                Resource.of(type, id),
                Map.of(),
                Requirement.may(action),
                Optional.empty(),
                Optional.empty());
    }
}
