package org.mandate.authorization.facts;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.Terms;
import org.mandate.authorization.event.RoleAssigned;
import org.mandate.authorization.event.RoleRevoked;
import org.mandate.authorization.facts.SubjectHistory.Given;
import org.mandate.identity.event.UserDeactivated;
import org.mandate.identity.event.UserErased;
import org.mandate.identity.event.UserPasswordChanged;
import org.mandate.identity.event.UserProfileChanged;
import org.mandate.identity.event.UserReactivated;
import org.mandate.identity.event.UserRegistered;

/** Users and the assignments of subjects. */
final class SubjectApplier {

    private final FactBase base;

    SubjectApplier(FactBase base) {
        this.base = base;
    }

    void register(Appliers appliers) {
        appliers.on(UserRegistered.class, this::registered);
        appliers.on(UserDeactivated.class, (event, at) -> stands(event.userId(), at, Standing.INACTIVE));
        appliers.on(UserReactivated.class, (event, at) -> stands(event.userId(), at, Standing.ACTIVE));
        appliers.on(UserErased.class, this::erased);
        // Nothing that a decision is taken on yet changes with these.
        appliers.on(UserProfileChanged.class, (event, at) -> {});
        appliers.on(UserPasswordChanged.class, (event, at) -> {});
        appliers.on(RoleAssigned.class, this::assigned);
        appliers.on(RoleRevoked.class, this::revoked);
    }

    private void registered(UserRegistered event, History.Entry entry) {
        stands(event.userId(), entry, Standing.ACTIVE);
        if (!event.attributes().isEmpty()) {
            base.resources.put(
                    SubjectId.USER,
                    event.userId(),
                    Timeline.<Map<String, Object>>empty().then(entry.position(), event.attributes()));
        }
    }

    private void erased(UserErased event, History.Entry entry) {
        base.subjects.change(
                SubjectId.user(event.userId()),
                was -> SubjectHistory.standing(
                        SubjectHistory.ended(was, entry.position(), null), entry.position(), Standing.UNKNOWN));
        Timeline<Map<String, Object>> attributes = base.resources.last(SubjectId.USER, event.userId());
        if (attributes != null) {
            base.resources.put(SubjectId.USER, event.userId(), attributes.then(entry.position(), null));
        }
    }

    private void assigned(RoleAssigned event, History.Entry entry) {
        int role = base.roles.numbered(event.role());
        Given given = new Given(
                idOf(event.assignmentId(), base.assignmentIds::of),
                role,
                limitsOf(event),
                base.givers.of(event.grantedBy()),
                entry.position(),
                entry.at());
        boolean[] known = new boolean[1];
        long[] now = base.subjects.change(new SubjectId(event.subjectType(), event.subjectId()), was -> {
            known[0] = SubjectHistory.everHad(was, role);
            return SubjectHistory.assigned(was, given);
        });
        if (!known[0]) {
            base.subjects.addMember(event.role(), now);
        }
    }

    private void revoked(RoleRevoked event, History.Entry entry) {
        String id = event.assignmentId();
        Handle key = idOf(id, base.assignmentIds::find);
        base.subjects.change(new SubjectId(event.subjectType(), event.subjectId()), was -> {
            long[] now = SubjectHistory.ended(was, entry.position(), key);
            if (now == was) {
                throw new IllegalStateException("assignment `" + id + "` is revoked but does not stand");
            }
            return now;
        });
    }

    private static Handle idOf(String id, ToIntFunction<String> numbered) {
        return UuidText.canonical(id)
                ? new Handle(false, UuidText.high(id), UuidText.low(id))
                : new Handle(true, 0, numbered.applyAsInt(id));
    }

    private int limitsOf(RoleAssigned event) {
        boolean unlimited = event.validFrom() == null
                && event.validUntil() == null
                && event.networks().isEmpty()
                && event.resourceType() == null
                && event.reason() == null;
        return unlimited
                ? FactBase.UNLIMITED
                : base.limits.of(Limits.of(new Terms(
                        Optional.ofNullable(event.validFrom()),
                        Optional.ofNullable(event.validUntil()),
                        List.copyOf(event.networks()),
                        target(event.resourceType(), event.resourceId()),
                        Optional.ofNullable(event.reason()))));
    }

    private static Optional<Terms.Target> target(@Nullable String type, @Nullable String id) {
        return type == null || id == null ? Optional.empty() : Optional.of(new Terms.Target(type, id));
    }

    private void stands(String user, History.Entry entry, Standing standing) {
        base.subjects.change(SubjectId.user(user), was -> SubjectHistory.standing(was, entry.position(), standing));
    }
}
