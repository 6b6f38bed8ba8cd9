package org.mandate.authorization.facts;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.mandate.authorization.Network;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.Terms;
import org.mandate.authorization.event.RoleAssigned;
import org.mandate.authorization.event.RoleRevoked;
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
        appliers.on(
                UserDeactivated.class,
                (event, at) -> user(event.userId(), was -> was.standing(at.position(), Standing.INACTIVE)));
        appliers.on(
                UserReactivated.class,
                (event, at) -> user(event.userId(), was -> was.standing(at.position(), Standing.ACTIVE)));
        appliers.on(UserErased.class, this::erased);
        // Nothing that a decision is taken on yet changes with these.
        appliers.on(UserProfileChanged.class, (event, at) -> {});
        appliers.on(UserPasswordChanged.class, (event, at) -> {});
        appliers.on(RoleAssigned.class, this::assigned);
        appliers.on(RoleRevoked.class, this::revoked);
    }

    private void registered(UserRegistered event, History.Entry entry) {
        user(event.userId(), was -> was.standing(entry.position(), Standing.ACTIVE));
        if (!event.attributes().isEmpty()) {
            base.resourceIds.add(SubjectId.USER, event.userId());
            base.resources.put(
                    new FactBase.ResourceKey(SubjectId.USER, event.userId()),
                    Timeline.<Map<String, Object>>empty().then(entry.position(), event.attributes()));
        }
    }

    private void erased(UserErased event, History.Entry entry) {
        user(event.userId(), was -> was.erased(entry.position()));
        FactBase.ResourceKey key = new FactBase.ResourceKey(SubjectId.USER, event.userId());
        Timeline<Map<String, Object>> attributes = base.resources.get(key);
        if (attributes != null) {
            base.resources.put(key, attributes.then(entry.position(), null));
        }
    }

    private void assigned(RoleAssigned event, History.Entry entry) {
        SubjectId subject = new SubjectId(event.subjectType(), event.subjectId());
        Terms terms = termsOf(event);
        Assignment assignment = new Assignment(
                event.assignmentId(),
                event.role(),
                entry.position(),
                Long.MAX_VALUE,
                terms,
                terms.networks().stream().map(SubjectApplier::network).toList(),
                event.grantedBy(),
                entry.at());
        change(subject, was -> was.assigned(assignment));
        base.members.add(event.role(), subject);
    }

    private void revoked(RoleRevoked event, History.Entry entry) {
        change(
                new SubjectId(event.subjectType(), event.subjectId()),
                was -> was.revoked(event.assignmentId(), entry.position()));
    }

    private static Terms termsOf(RoleAssigned event) {
        boolean unlimited = event.validFrom() == null
                && event.validUntil() == null
                && event.networks().isEmpty()
                && event.resourceType() == null
                && event.reason() == null;
        return unlimited
                ? Terms.UNLIMITED
                : new Terms(
                        Optional.ofNullable(event.validFrom()),
                        Optional.ofNullable(event.validUntil()),
                        List.copyOf(event.networks()),
                        target(event.resourceType(), event.resourceId()),
                        Optional.ofNullable(event.reason()));
    }

    private static Network network(String text) {
        return Network.parse(text)
                .orElseThrow(() -> new IllegalStateException("`" + text + "` is stored but is not a network"));
    }

    private static Optional<Terms.Target> target(@Nullable String type, @Nullable String id) {
        return type == null || id == null ? Optional.empty() : Optional.of(new Terms.Target(type, id));
    }

    private void user(String id, UnaryOperator<SubjectHistory> change) {
        change(SubjectId.user(id), change);
    }

    private void change(SubjectId subject, UnaryOperator<SubjectHistory> change) {
        SubjectHistory was = base.subjects.get(subject);
        base.subjects.put(subject, change.apply(was == null ? SubjectHistory.EMPTY : was));
    }
}
