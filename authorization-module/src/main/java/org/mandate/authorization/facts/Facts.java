package org.mandate.authorization.facts;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mandate.authorization.SubjectId;

/** The facts as they stood at one position: all that a decision is taken on besides the request and the instant. */
public interface Facts {

    long position();

    Standing standing(SubjectId subject);

    /** The assignments that stood, in the order in which they were given; their terms are for the asker to judge. */
    List<Assignment> assignments(SubjectId subject);

    Optional<RoleFacts> role(String name);

    /** Every role that stood, in no order. */
    Collection<RoleFacts> roles();

    /** Description of a permission of the catalogue. */
    Optional<String> permission(String name);

    /** The catalogue's permissions, in no order. */
    Set<String> permissions();

    /** What is known of a resource, or of a subject by its type and id; empty where nothing is. */
    Optional<Map<String, Object>> attributes(String resourceType, String resourceId);

    /** The same without anything made to answer: null where nothing is known. */
    default @Nullable Map<String, Object> known(String resourceType, String resourceId) {
        return attributes(resourceType, resourceId).orElse(null);
    }

    /** The ids of the resources of a type that something is known of, in no order. */
    Collection<String> resources(String type);

    /** The subjects of a type that are known: registered users, and whatever has attributes or was given a role. */
    Collection<SubjectId> subjects(String type);

    /** Every policy that stood, ordered by id. */
    Collection<PolicyFacts> policies();

    /** The policy of this id, where it stood. */
    default Optional<PolicyFacts> policy(String id) {
        return policies().stream().filter(policy -> policy.id().equals(id)).findFirst();
    }

    /** The policies that speak of the type of resource, those for all types among them, ordered by id. */
    List<PolicyFacts> policiesOn(String resourceType);

    /** All of these that speak of the action; there may be others among them, where to look would cost more than to have them. */
    default List<PolicyFacts> policiesOn(String resourceType, String action) {
        return policiesOn(resourceType);
    }

    /** Every constraint that stood, ordered by id. */
    Collection<ConstraintFacts> constraints();

    /** The subjects to whom the role was assigned directly, in no order. */
    List<SubjectId> subjectsAssigned(String role);

    /** The facts that say what subjects hold: these themselves, or those that these are laid over. */
    default Facts ground() {
        return this;
    }

    /** The ids of the known subjects of the type that are in the stretch. */
    default List<String> subjects(String type, Stretch stretch) {
        return stretch.of(subjects(type).stream().map(SubjectId::id));
    }

    /** The ids of the resources of the type, of which something is known, that are in the stretch. */
    default List<String> resources(String type, Stretch stretch) {
        return stretch.of(resources(type).stream());
    }

    /** The ids of the subjects of the type to whom the role was assigned directly that are in the stretch. */
    default List<String> subjectsAssigned(String role, String type, Stretch stretch) {
        return stretch.of(subjectsAssigned(role).stream()
                .filter(subject -> subject.type().equals(type))
                .map(SubjectId::id));
    }
}
