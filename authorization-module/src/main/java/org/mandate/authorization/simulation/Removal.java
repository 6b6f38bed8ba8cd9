package org.mandate.authorization.simulation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.catalogue.Catalogue.EntityEntry;
import org.mandate.authorization.catalogue.Catalogue.Grant;
import org.mandate.authorization.catalogue.Catalogue.RoleEntry;
import org.mandate.authorization.catalogue.Catalogue.SubjectEntry;
import org.mandate.authorization.event.EntityDescribed;
import org.mandate.authorization.event.EntityForgotten;
import org.mandate.authorization.event.PermissionRetired;
import org.mandate.authorization.event.PolicyRetired;
import org.mandate.authorization.event.RoleInheritanceRemoved;
import org.mandate.authorization.event.RolePermissionRevoked;
import org.mandate.authorization.event.RoleRetired;
import org.mandate.authorization.event.RoleRevoked;
import org.mandate.authorization.facts.Assignment;
import org.mandate.authorization.facts.Facts;
import org.mandate.authorization.facts.RoleFacts;
import org.mandate.authorization.facts.Standing;
import org.mandate.identity.event.UserAttributesChanged;
import org.mandate.identity.event.UserErased;

/**
 * What taking away all that a catalogue names would come to on facts of any position. A role, a subject or an entity that comes
 * with parts loses those, and one that stands by name alone is deleted.
 */
final class Removal {

    private final Proposal proposal;
    private final Facts facts;
    private final String proposer;
    private final Set<String> returning;
    private final List<Object> events = new ArrayList<>();

    /** @param returning the roles that a later change puts again */
    Removal(Proposal proposal, Facts facts, String proposer, Set<String> returning) {
        this.proposal = proposal;
        this.facts = facts;
        this.proposer = proposer;
        this.returning = returning;
    }

    List<Object> events() {
        List<SubjectEntry> subjects = proposal.catalogue().subjects();
        for (int i = 0; i < subjects.size(); i++) {
            SubjectEntry entry = subjects.get(i);
            proposal.subjects().get(i).ifPresent(subject -> subject(entry, subject));
        }
        proposal.catalogue().roles().forEach(this::role);
        proposal.catalogue().permissions().forEach(entry -> permission(entry.name()));
        proposal.catalogue().policies().forEach(entry -> events.add(new PolicyRetired(entry.id())));
        proposal.catalogue().entities().forEach(this::entity);
        return events;
    }

    private void subject(SubjectEntry entry, SubjectId subject) {
        Map<String, Object> attributes = entry.attributes().orElse(Map.of());
        if (entry.roles().isEmpty() && attributes.isEmpty()) {
            delete(subject);
            return;
        }
        lose(subject, attributes.keySet());
        for (Assignment held : facts.assignments(subject)) {
            if (entry.roles().stream().anyMatch(grant -> means(grant, held))) {
                revoke(subject, held);
            }
        }
    }

    /** A role's name alone means every assignment of it; with terms, even with none, the one that has just these. */
    static boolean means(Grant grant, Assignment held) {
        return held.role().equals(grant.role())
                && (grant.byName() || held.terms().sameLimits(grant.terms()));
    }

    private void entity(EntityEntry entry) {
        if (entry.attributes().isEmpty()) {
            events.add(new EntityForgotten(entry.type(), entry.id()));
        } else {
            lose(new SubjectId(entry.type(), entry.id()), entry.attributes().keySet());
        }
    }

    /** Attributes go by their names, whatever they are. */
    private void lose(SubjectId subject, Set<String> names) {
        Map<String, Object> known =
                facts.attributes(subject.type(), subject.id()).orElse(Map.of());
        Map<String, Object> rest = new LinkedHashMap<>(known);
        if (!rest.keySet().removeAll(names)) {
            return;
        }
        events.add(
                subject.type().equals(SubjectId.USER)
                        ? new UserAttributesChanged(subject.id(), rest)
                        : new EntityDescribed(subject.type(), subject.id(), rest));
    }

    private void delete(SubjectId subject) {
        if (!subject.type().equals(SubjectId.USER)) {
            facts.assignments(subject).forEach(held -> revoke(subject, held));
            events.add(new EntityForgotten(subject.type(), subject.id()));
        } else if (facts.standing(subject) != Standing.UNKNOWN) {
            events.add(new UserErased(subject.id()));
        }
    }

    private void revoke(SubjectId subject, Assignment held) {
        events.add(new RoleRevoked(held.id(), subject.type(), subject.id(), held.role(), null, proposer));
    }

    private void role(RoleEntry entry) {
        if (entry.permissions().isEmpty() && entry.inherits().isEmpty()) {
            facts.role(entry.name()).ifPresent(role -> retire(role.name()));
            return;
        }
        entry.permissions().forEach(name -> events.add(new RolePermissionRevoked(entry.name(), name)));
        entry.inherits().forEach(name -> events.add(new RoleInheritanceRemoved(entry.name(), name)));
    }

    /** What refers to a role that does not stand gives nothing, so it need not end one by one unless the role comes back. */
    private void retire(String role) {
        if (returning.contains(role)) {
            facts.subjectsAssigned(role)
                    .forEach(subject -> facts.assignments(subject).stream()
                            .filter(held -> held.role().equals(role))
                            .forEach(held -> revoke(subject, held)));
            facts.roles().stream()
                    .filter(heir -> heir.inherits().contains(role))
                    .forEach(heir -> events.add(new RoleInheritanceRemoved(heir.name(), role)));
        }
        events.add(new RoleRetired(role));
    }

    private void permission(String name) {
        for (RoleFacts role : facts.roles()) {
            if (role.permissions().contains(name)) {
                events.add(new RolePermissionRevoked(role.name(), name));
            }
        }
        if (facts.permission(name).isPresent()) {
            events.add(new PermissionRetired(name));
        }
    }
}
