package org.mandate.authorization.facts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.Terms;
import org.mandate.authorization.event.EntityDescribed;
import org.mandate.authorization.event.PermissionDefined;
import org.mandate.authorization.event.PolicyDefined;
import org.mandate.authorization.event.RoleAssigned;
import org.mandate.authorization.event.RoleDefined;
import org.mandate.authorization.event.RoleRevoked;
import org.mandate.content.event.PostCreated;
import org.mandate.identity.event.UserRegistered;

/** A history told event by event, for tests: each has the next position and comes a minute after the one before. */
public final class Chronicle {

    public static final Instant BEGAN = Instant.parse("2026-03-01T00:00:00Z");

    private final FactBase base = new FactBase();
    private final List<History.Entry> entries = new ArrayList<>();

    public Chronicle then(Object event) {
        long position = entries.size() + 1L;
        History.Entry entry = new History.Entry(position, BEGAN.plusSeconds(60 * position), "giver", event);
        entries.add(entry);
        base.apply(entry);
        base.times.add(position, entry.at());
        return this;
    }

    public Chronicle user(String id) {
        return then(new UserRegistered(id, "sealed", Map.of()));
    }

    public Chronicle permissions(String... names) {
        for (String name : names) {
            then(new PermissionDefined(name, ""));
        }
        return this;
    }

    public Chronicle role(String name, List<String> permissions, String... inherits) {
        return then(new RoleDefined(name, "", permissions, List.of(inherits)));
    }

    public Chronicle allow(String id, String type, String action, List<String> roles, @Nullable String condition) {
        return then(new PolicyDefined(id, "", "allow", type, List.of(action), roles, condition));
    }

    public Chronicle deny(String id, String type, String action, List<String> roles, @Nullable String condition) {
        return then(new PolicyDefined(id, "", "deny", type, List.of(action), roles, condition));
    }

    public Chronicle entity(String type, String id, Map<String, Object> attributes) {
        return then(new EntityDescribed(type, id, attributes));
    }

    public Chronicle assign(String assignment, String user, String role) {
        return assign(assignment, user, role, Terms.UNLIMITED);
    }

    public Chronicle assign(String assignment, String user, String role, Terms terms) {
        return assign(assignment, SubjectId.user(user), role, terms);
    }

    public Chronicle assign(String assignment, SubjectId subject, String role, Terms terms) {
        return then(new RoleAssigned(
                assignment,
                subject.type(),
                subject.id(),
                role,
                terms.validFrom().orElse(null),
                terms.validUntil().orElse(null),
                terms.networks(),
                terms.resource().map(Terms.Target::type).orElse(null),
                terms.resource().map(Terms.Target::id).orElse(null),
                terms.reason().orElse(null),
                "giver"));
    }

    public Chronicle revoke(String assignment, String user, String role) {
        return then(new RoleRevoked(assignment, "user", user, role, null, "giver"));
    }

    public Chronicle post(String id, String author, boolean published) {
        return then(new PostCreated(id, author, "title", "content", published));
    }

    public long position() {
        return entries.size();
    }

    public List<History.Entry> entries() {
        return List.copyOf(entries);
    }

    public Facts facts() {
        return at(position());
    }

    public Facts at(long position) {
        return base.at(position);
    }

    public Branch branch(long position) {
        return new Branch(base, position);
    }

    /** The past of this history, as the application has it. */
    public PastFacts past() {
        return new PastFacts() {
            @Override
            public Facts at(long position) {
                return base.at(position);
            }

            @Override
            public long head() {
                return position();
            }

            @Override
            public Instant recordedAt(long position) {
                return base.times.at(position);
            }

            @Override
            public long positionAt(Instant instant) {
                return base.times.positionAt(instant, position());
            }
        };
    }

    /** Where this history changed. */
    public PastChanges changes() {
        return new RecordedChanges(() -> base);
    }

    public Branches branches() {
        return new Branches(() -> base);
    }

    /** The same history, to be read. */
    public History history() {
        return new History() {
            @Override
            public long read(long after, int max, Consumer<Entry> reader) {
                int last = (int) Math.min(entries.size(), after + max);
                entries.subList((int) after, last).forEach(reader);
                return last;
            }

            @Override
            public long head() {
                return entries.size();
            }
        };
    }

    FactBase base() {
        return base;
    }
}
