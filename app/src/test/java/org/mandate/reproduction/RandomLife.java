package org.mandate.reproduction;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.axonframework.messaging.responsetypes.ResponseType;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.Terms;
import org.mandate.authorization.assignment.AccessView;
import org.mandate.authorization.assignment.AssignRole;
import org.mandate.authorization.assignment.FindAccess;
import org.mandate.authorization.assignment.RevokeRole;
import org.mandate.authorization.catalogue.Catalogue;
import org.mandate.authorization.catalogue.Catalogue.Grant;
import org.mandate.authorization.catalogue.Catalogue.RoleEntry;
import org.mandate.authorization.catalogue.Catalogue.SubjectEntry;
import org.mandate.authorization.decision.Action;
import org.mandate.authorization.decision.Resource;
import org.mandate.authorization.entity.DescribeEntity;
import org.mandate.authorization.entity.ForgetEntity;
import org.mandate.authorization.journal.Provenance;
import org.mandate.authorization.journal.Provenance.Channel;
import org.mandate.authorization.permission.FindPermissions;
import org.mandate.authorization.permission.PermissionView;
import org.mandate.authorization.point.DecisionPoint.Recorded;
import org.mandate.authorization.point.Evaluate;
import org.mandate.authorization.point.EvaluateAll;
import org.mandate.authorization.policy.PutPolicy;
import org.mandate.authorization.policy.RetirePolicy;
import org.mandate.authorization.role.AddInheritance;
import org.mandate.authorization.role.ChangeRole;
import org.mandate.authorization.role.DefineRole;
import org.mandate.authorization.role.GrantPermission;
import org.mandate.authorization.role.RemoveInheritance;
import org.mandate.authorization.role.RetireRole;
import org.mandate.authorization.role.RevokePermission;
import org.mandate.content.PostId;
import org.mandate.content.post.CreatePost;
import org.mandate.content.post.DeletePost;
import org.mandate.content.post.FindPost;
import org.mandate.content.post.PostView;
import org.mandate.content.post.PublishPost;
import org.mandate.content.post.UpdatePost;
import org.mandate.enforcement.Caller;
import org.mandate.enforcement.Gateway;
import org.mandate.enrolment.EnrolUser;
import org.mandate.enrolment.ImportCatalogue;
import org.mandate.identity.UserId;
import org.mandate.identity.user.ChangeAttributes;
import org.mandate.identity.user.DeactivateUser;
import org.mandate.identity.user.EraseUser;
import org.mandate.identity.user.ReactivateUser;

/** Everything that people do to a system and ask of it, at random and by its own commands; most of it is refused to most. */
final class RandomLife {

    private static final List<String> CONDITIONS = List.of(
            "subject.username == 'person-3'",
            "subject.attributes.level >= 2",
            "ipIn(context.ip, '10.0.0.0/8')",
            "context.mfa == true",
            "context.now < timestamp('2100-01-01T00:00:00Z')",
            "resource.attributes.level < subject.attributes.level",
            "action.name != 'delete' && resource.id != 'r1'");
    private static final List<String> SCOPES =
            List.of("users:read", "users:write", "posts:read", "posts:write", "posts:delete", "admin");
    private static final List<String> ADDRESSES = List.of("10.1.2.3", "192.168.4.5", "2001:db8::1");
    private static final List<String> PERMISSIONS =
            List.of("posts:read", "posts:create", "posts:update", "posts:delete", "posts:publish", "posts:*", "*:read");

    private final Random random;
    private final UserId admin;
    private final List<UserId> people = new ArrayList<>();
    private final List<PostId> posts = new ArrayList<>();
    private final Map<Class<?>, Integer> refused = new HashMap<>();
    private final Map<SubjectId, Long> erased = new HashMap<>();
    private Gateway gateway;
    private int enrolled;

    RandomLife(Random random, Gateway gateway, UserId admin) {
        this.random = random;
        this.gateway = gateway;
        this.admin = admin;
        people.add(admin);
    }

    /** Go on with the same system after it was started anew. */
    void goOnWith(Gateway other) {
        gateway = other;
    }

    void live(int steps) {
        for (int i = 0; i < steps; i++) {
            try {
                step();
            } catch (RuntimeException e) {
                if (!e.getClass().getName().startsWith("org.mandate.")) {
                    throw e;
                }
                refused.merge(e.getClass(), 1, Integer::sum);
            }
        }
    }

    Map<Class<?>, Integer> refused() {
        return refused;
    }

    /** Whoever was erased, with the position at which they were. */
    Map<SubjectId, Long> erased() {
        return Map.copyOf(erased);
    }

    private void step() {
        switch (random.nextInt(24)) {
            case 0 -> enrol();
            case 1, 2, 3 -> send(new AssignRole(subject(), role(), terms()));
            case 4 -> send(new RevokeRole(subject(), role(), Optional.empty(), Optional.empty()));
            case 5 -> role(role());
            case 6 -> hierarchy();
            case 7, 8 -> policy();
            case 9 -> entity();
            case 10 -> user();
            case 11 -> importSome();
            case 12, 13, 14 -> post();
            case 15, 16, 17, 18 -> ask(question(), ResponseTypes.instanceOf(Recorded.class));
            case 19 ->
                ask(
                        new EvaluateAll(
                                List.of(question(), question(), question()),
                                EvaluateAll.Semantic.UNTIL_DENIED,
                                asked()),
                        ResponseTypes.multipleInstancesOf(Recorded.class));
            case 20 -> ask(new FindAccess(subject()), ResponseTypes.instanceOf(AccessView.class));
            case 21 -> ask(new FindPermissions(), ResponseTypes.multipleInstancesOf(PermissionView.class));
            default -> read();
        }
    }

    private void enrol() {
        String name = "person-" + enrolled++;
        people.add(this.<UserId>send(new EnrolUser(
                name,
                name + "@example.org",
                Optional.empty(),
                Optional.empty(),
                random.nextBoolean() ? Map.of() : Map.of("level", random.nextInt(4)),
                random.nextBoolean() ? Optional.empty() : Optional.of(List.of("editor")))));
    }

    private void role(String name) {
        switch (random.nextInt(6)) {
            case 0, 1 -> send(new DefineRole(name, "", permissions(), Set.of()));
            case 2 -> send(new ChangeRole(name, Optional.empty(), permissions(), Set.of()));
            case 3 -> send(new GrantPermission(name, pick(PERMISSIONS)));
            case 4 -> send(new RevokePermission(name, pick(PERMISSIONS)));
            default -> send(new RetireRole(name));
        }
    }

    private void hierarchy() {
        send(random.nextInt(3) > 0 ? new AddInheritance(role(), role()) : new RemoveInheritance(role(), role()));
    }

    private void policy() {
        String id = "policy-" + random.nextInt(5);
        if (random.nextInt(3) == 0) {
            send(new RetirePolicy(id));
            return;
        }
        send(new PutPolicy(
                id,
                "",
                random.nextInt(3) == 0 ? "deny" : "allow",
                pick(List.of("posts", "report", "*")),
                List.of(pick(List.of("read", "update", "delete", "*"))),
                random.nextBoolean() ? List.of() : List.of(role()),
                random.nextInt(4) == 0 ? Optional.empty() : Optional.of(pick(CONDITIONS))));
    }

    private void entity() {
        String id = "r" + random.nextInt(3);
        send(
                random.nextInt(4) == 0
                        ? new ForgetEntity("report", id)
                        : new DescribeEntity("report", id, Map.of("level", random.nextInt(4))));
    }

    private void user() {
        UserId user = pick(people);
        if (user.equals(admin)) {
            return;
        }
        switch (random.nextInt(8)) {
            case 0, 1 -> send(new DeactivateUser(user));
            case 2, 3, 4 -> send(new ReactivateUser(user));
            case 5 -> erase(user);
            default -> send(new ChangeAttributes(user, Map.of("level", random.nextInt(4))));
        }
    }

    private void erase(UserId user) {
        Caller caller = caller(random.nextInt(6) == 0 ? pick(people) : admin);
        erased.putIfAbsent(
                SubjectId.user(user.value()),
                gateway.send(new EraseUser(user), caller).position());
    }

    private void importSome() {
        send(new ImportCatalogue(
                new Catalogue(
                        List.of(),
                        List.of(new RoleEntry(role(), Optional.empty(), List.copyOf(permissions()), List.of())),
                        List.of(new SubjectEntry(
                                "service",
                                Optional.of("s" + random.nextInt(3)),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(Map.of("level", random.nextInt(4))),
                                List.of(new Grant("user", Terms.UNLIMITED))))),
                random.nextInt(4) == 0));
    }

    private void post() {
        if (posts.isEmpty() || random.nextInt(3) == 0) {
            UserId author = pick(people);
            PostId post = PostId.random();
            posts.add(post);
            gateway.send(new CreatePost(post, author, "Title", "Content", random.nextBoolean()), caller(author));
            return;
        }
        PostId post = pick(posts);
        Object command = switch (random.nextInt(4)) {
            case 0 -> new DeletePost(post, Optional.empty());
            case 1 -> new PublishPost(post, Optional.empty());
            default ->
                new UpdatePost(
                        post,
                        Optional.of("Other"),
                        Optional.empty(),
                        random.nextBoolean() ? Optional.empty() : Optional.of(random.nextBoolean()),
                        Optional.empty());
        };
        gateway.send(command, caller(pick(people)));
    }

    private void read() {
        if (!posts.isEmpty()) {
            ask(new FindPost(pick(posts)), ResponseTypes.optionalInstanceOf(PostView.class));
        }
    }

    private Evaluate question() {
        return new Evaluate(
                random.nextInt(5) == 0 ? new SubjectId("service", "s" + random.nextInt(3)) : subject(),
                random.nextBoolean() ? Map.of() : Map.of("level", random.nextInt(4)),
                new Action(pick(List.of("read", "update", "delete", "a,b)")), Map.of("deep", List.of(1, 2.5, "x"))),
                random.nextBoolean() && !posts.isEmpty()
                        ? Resource.of("posts", pick(posts).value())
                        : new Resource("report", "r" + random.nextInt(3), Map.of("level", random.nextInt(4))),
                random.nextBoolean() ? Map.of() : Map.of("mfa", random.nextBoolean(), "big", 1L << 40),
                random.nextBoolean() ? Optional.empty() : Optional.of(pick(ADDRESSES)),
                asked());
    }

    private Provenance asked() {
        return new Provenance(
                SubjectId.user(admin.value()), Optional.of("10.9.9.9"), Optional.of("life"), "r", Channel.ACCESS_API);
    }

    private Terms terms() {
        Instant now = Instant.now();
        return new Terms(
                random.nextInt(4) > 0 ? Optional.empty() : Optional.of(now.plusMillis(random.nextInt(400) - 200)),
                random.nextInt(3) > 0
                        ? Optional.empty()
                        : Optional.of(now.plus(Duration.ofMillis(200L + random.nextInt(3_000)))),
                random.nextInt(4) > 0 ? List.of() : List.of("10.0.0.0/8"),
                random.nextInt(4) > 0 || posts.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Terms.Target("posts", pick(posts).value())),
                Optional.empty());
    }

    private Set<String> permissions() {
        return Set.of(pick(PERMISSIONS));
    }

    private String role() {
        return random.nextInt(3) == 0
                ? pick(List.of("editor", "moderator", "auditor", "user"))
                : "role-" + random.nextInt(6);
    }

    private SubjectId subject() {
        return SubjectId.user(pick(people).value());
    }

    private <R> R send(Object command) {
        // Mostly by the one who may; now and then by anybody, which is refused and recorded.
        return gateway.<R>send(command, caller(random.nextInt(6) == 0 ? pick(people) : admin))
                .result();
    }

    private <R> void ask(Object query, ResponseType<R> type) {
        gateway.ask(query, type, caller(random.nextBoolean() ? pick(people) : admin));
    }

    private Caller caller(UserId user) {
        Optional<Set<String>> scopes = random.nextInt(5) == 0 && !user.equals(admin)
                ? Optional.of(Set.of(pick(SCOPES), pick(List.of("admin2", "other"))))
                : Optional.of(Set.copyOf(SCOPES));
        return new Caller(
                Optional.of(user),
                random.nextInt(6) == 0 ? Optional.empty() : scopes,
                Optional.of("session"),
                random.nextInt(6) == 0 ? Optional.empty() : Optional.of(pick(ADDRESSES)),
                Optional.of("life"),
                "request-" + random.nextInt(1_000),
                pick(List.of(Channel.HTTP, Channel.CONSOLE)));
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
