package org.mandate.authorization.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.change.HistoryPage.Told;
import org.mandate.authorization.event.AssignmentEvent;
import org.mandate.authorization.event.ConstraintChanged;
import org.mandate.authorization.event.ConstraintDefined;
import org.mandate.authorization.event.ConstraintRetired;
import org.mandate.authorization.event.EntityDescribed;
import org.mandate.authorization.event.EntityForgotten;
import org.mandate.authorization.event.PermissionDefined;
import org.mandate.authorization.event.PermissionDescribed;
import org.mandate.authorization.event.PermissionRetired;
import org.mandate.authorization.event.PolicyChanged;
import org.mandate.authorization.event.PolicyDefined;
import org.mandate.authorization.event.PolicyRetired;
import org.mandate.authorization.event.RoleAssigned;
import org.mandate.authorization.event.RoleDefined;
import org.mandate.authorization.event.RoleDescribed;
import org.mandate.authorization.event.RoleInheritanceAdded;
import org.mandate.authorization.event.RoleInheritanceRemoved;
import org.mandate.authorization.event.RolePermissionGranted;
import org.mandate.authorization.event.RolePermissionRevoked;
import org.mandate.authorization.event.RoleRetired;
import org.mandate.authorization.event.RoleRevoked;
import org.mandate.authorization.facts.History;
import org.mandate.authorization.facts.PastFacts;
import org.mandate.content.event.PostEvent;
import org.mandate.identity.event.UserEvent;

/** Events as sentences, without anything of a person. */
final class Telling {

    private static final Map<String, String> OF_USERS = Map.of(
            "UserRegistered", "was registered",
            "UserProfileChanged", "has another profile",
            "UserAttributesChanged", "has other attributes",
            "UserPasswordChanged", "has another password",
            "UserDeactivated", "was deactivated",
            "UserReactivated", "was reactivated",
            "UserErased", "was erased, and every assignment ended");

    private static final Map<Class<?>, Function<Object, String>> TOLD = Map.ofEntries(
            told(RoleAssigned.class, Telling::assigned),
            told(RoleRevoked.class, e -> "assignment `" + e.assignmentId() + "` of role `" + e.role() + "` was ended"),
            told(RoleDefined.class, e -> "role `" + e.role() + "` was defined"),
            told(RoleDescribed.class, e -> "role `" + e.role() + "` was described anew"),
            told(RoleRetired.class, e -> "role `" + e.role() + "` was retired"),
            told(RolePermissionGranted.class, e -> "role `" + e.role() + "` got permission `" + e.permission() + "`"),
            told(RolePermissionRevoked.class, e -> "role `" + e.role() + "` lost permission `" + e.permission() + "`"),
            told(RoleInheritanceAdded.class, e -> "role `" + e.role() + "` inherits from `" + e.inherited() + "`"),
            told(
                    RoleInheritanceRemoved.class,
                    e -> "role `" + e.role() + "` no longer inherits from `" + e.inherited() + "`"),
            told(PermissionDefined.class, e -> "permission `" + e.name() + "` was defined"),
            told(PermissionDescribed.class, e -> "permission `" + e.name() + "` was described anew"),
            told(PermissionRetired.class, e -> "permission `" + e.name() + "` was retired"),
            told(PolicyDefined.class, e -> "policy `" + e.policyId() + "` was defined"),
            told(PolicyChanged.class, e -> "policy `" + e.policyId() + "` was changed"),
            told(PolicyRetired.class, e -> "policy `" + e.policyId() + "` was retired"),
            told(ConstraintDefined.class, e -> "constraint `" + e.constraintId() + "` was defined"),
            told(ConstraintChanged.class, e -> "constraint `" + e.constraintId() + "` was changed"),
            told(ConstraintRetired.class, e -> "constraint `" + e.constraintId() + "` was retired"),
            told(EntityDescribed.class, e -> "`" + e.entityType() + "/" + e.entityId() + "` was described"),
            told(EntityForgotten.class, e -> "`" + e.entityType() + "/" + e.entityId() + "` was forgotten"));

    private Telling() {}

    /** What the event is, as a sentence. */
    static String what(Object event) {
        if (event instanceof UserEvent user) {
            return "user `" + user.userId() + "` " + OF_USERS.getOrDefault(type(event), "was changed");
        }
        if (event instanceof PostEvent post) {
            return "post `" + post.postId() + "` was "
                    + type(event).substring("Post".length()).toLowerCase(Locale.ROOT);
        }
        Function<Object, String> words = TOLD.get(event.getClass());
        return words == null ? type(event) : words.apply(event);
    }

    /** The event with all that can be told of it: whom it is about, and what it changed. */
    static Told told(History.Entry entry, PastFacts past) {
        Object event = entry.event();
        return new Told(
                entry.position(),
                entry.at(),
                type(event),
                what(event),
                entry.actor(),
                reason(event),
                about(event),
                Portrait.alterations(event, past.at(entry.position() - 1), past.at(entry.position())),
                event);
    }

    private static Optional<SubjectId> about(Object event) {
        if (event instanceof UserEvent user) {
            return Optional.of(SubjectId.user(user.userId()));
        }
        return event instanceof AssignmentEvent given
                ? Optional.of(new SubjectId(given.subjectType(), given.subjectId()))
                : Optional.empty();
    }

    /** Why, where somebody said so. */
    static Optional<String> reason(Object event) {
        if (event instanceof RoleAssigned assigned) {
            return Optional.ofNullable(assigned.reason());
        }
        return event instanceof RoleRevoked revoked ? Optional.ofNullable(revoked.reason()) : Optional.empty();
    }

    /** The name of its kind, as it is stored. */
    static String type(Object event) {
        return event.getClass().getSimpleName();
    }

    private static <E> Map.Entry<Class<?>, Function<Object, String>> told(Class<E> type, Function<E, String> words) {
        return Map.entry(type, event -> words.apply(type.cast(event)));
    }

    private static String assigned(RoleAssigned event) {
        List<String> limits = new ArrayList<>();
        Optional.ofNullable(event.validFrom()).ifPresent(from -> limits.add("from " + from));
        Optional.ofNullable(event.validUntil()).ifPresent(until -> limits.add("until " + until));
        if (!event.networks().isEmpty()) {
            limits.add("from " + String.join(", ", event.networks()));
        }
        Optional.ofNullable(event.resourceType())
                .ifPresent(type -> limits.add("for `" + type + "/" + event.resourceId() + "`"));
        return "role `" + event.role() + "` was given by assignment `" + event.assignmentId() + "`"
                + (limits.isEmpty() ? "" : ", " + String.join(", ", limits));
    }
}
