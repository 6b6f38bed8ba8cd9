package org.mandate.authorization.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.assignment.TermsEvents;
import org.mandate.authorization.catalogue.Catalogue.EntityEntry;
import org.mandate.authorization.catalogue.Catalogue.Grant;
import org.mandate.authorization.catalogue.Catalogue.PermissionEntry;
import org.mandate.authorization.catalogue.Catalogue.PolicyEntry;
import org.mandate.authorization.catalogue.Catalogue.RoleEntry;
import org.mandate.authorization.catalogue.Catalogue.SubjectEntry;
import org.mandate.authorization.event.EntityDescribed;
import org.mandate.authorization.event.PermissionDefined;
import org.mandate.authorization.event.PolicyDefined;
import org.mandate.authorization.event.RoleDefined;
import org.mandate.authorization.event.RoleInheritanceAdded;
import org.mandate.authorization.event.RolePermissionGranted;
import org.mandate.authorization.facts.Assignment;
import org.mandate.authorization.facts.Facts;
import org.mandate.authorization.facts.PolicyFacts;
import org.mandate.authorization.facts.RoleFacts;
import org.mandate.authorization.facts.Standing;
import org.mandate.identity.event.UserAttributesChanged;
import org.mandate.identity.event.UserRegistered;

/**
 * What importing a catalogue would come to on facts of any position: the events that bring what it names. Where it is only added,
 * roles, subjects and entities keep what they have beside it, and a role or a user that does not stand there gets nothing.
 */
final class Addition {

    private final Proposal proposal;
    private final Facts facts;
    private final String proposer;
    private final String name;
    private final List<Object> events = new ArrayList<>();
    private int assigned;

    Addition(Proposal proposal, Facts facts, String proposer, String name) {
        this.proposal = proposal;
        this.facts = facts;
        this.proposer = proposer;
        this.name = name;
    }

    List<Object> events() {
        proposal.catalogue().permissions().forEach(this::permission);
        proposal.catalogue().roles().forEach(this::role);
        policies();
        List<SubjectEntry> subjects = proposal.catalogue().subjects();
        for (int i = 0; i < subjects.size(); i++) {
            SubjectEntry entry = subjects.get(i);
            proposal.subjects().get(i).ifPresent(subject -> subject(entry, subject));
        }
        proposal.catalogue().entities().forEach(this::entity);
        return events;
    }

    private void permission(PermissionEntry entry) {
        if (facts.permission(entry.name()).isEmpty()) {
            events.add(new PermissionDefined(entry.name(), entry.description().orElse("")));
        }
    }

    private boolean adds() {
        return proposal.manner() == Manner.ADD;
    }

    private void role(RoleEntry entry) {
        Optional<RoleFacts> standing = facts.role(entry.name());
        if (adds()) {
            standing.ifPresent(role -> gain(entry, role));
            return;
        }
        RoleDefined wanted = new RoleDefined(
                entry.name(),
                entry.description()
                        .or(() -> standing.map(RoleFacts::description))
                        .orElse(""),
                List.copyOf(new TreeSet<>(entry.permissions())),
                List.copyOf(new TreeSet<>(entry.inherits())));
        boolean same = standing.map(role -> role.permissions().equals(new TreeSet<>(wanted.permissions()))
                        && role.inherits().equals(new TreeSet<>(wanted.inherits())))
                .orElse(false);
        if (!same) {
            events.add(wanted);
        }
    }

    private void gain(RoleEntry entry, RoleFacts role) {
        for (String permission : entry.permissions()) {
            if (!role.permissions().contains(permission)) {
                events.add(new RolePermissionGranted(role.name(), permission));
            }
        }
        for (String inherited : entry.inherits()) {
            if (!role.inherits().contains(inherited)) {
                events.add(new RoleInheritanceAdded(role.name(), inherited));
            }
        }
    }

    private void policies() {
        if (proposal.catalogue().policies().isEmpty()) {
            return;
        }
        Map<String, PolicyDefined> standing = new HashMap<>();
        for (PolicyFacts policy : facts.policies()) {
            standing.put(policy.id(), policy.definition());
        }
        for (PolicyEntry entry : proposal.catalogue().policies()) {
            PolicyDefined wanted = new PolicyDefined(
                    entry.id(),
                    entry.description().orElse(""),
                    entry.effect(),
                    entry.resourceType(),
                    List.copyOf(new TreeSet<>(entry.actions())),
                    List.copyOf(new TreeSet<>(entry.roles())),
                    entry.condition().orElse(null));
            if (!wanted.equals(standing.get(entry.id()))) {
                events.add(wanted);
            }
        }
    }

    private void subject(SubjectEntry entry, SubjectId subject) {
        boolean unknown = entry.isUser() && facts.standing(subject) == Standing.UNKNOWN;
        if (unknown && adds()) {
            return;
        }
        Optional<Map<String, Object>> attributes = entry.attributes().map(named -> whole(subject, named));
        if (!entry.isUser()) {
            attributes.ifPresent(all -> describe(subject, all));
        } else if (unknown) {
            events.add(new UserRegistered(subject.id(), "", attributes.orElse(Map.of())));
        } else if (attributes.isPresent() && !attributes.equals(facts.attributes(subject.type(), subject.id()))) {
            events.add(new UserAttributesChanged(subject.id(), attributes.get()));
        }
        List<Assignment> held = facts.assignments(subject);
        for (Grant grant : entry.roles()) {
            if (held.stream().noneMatch(one -> gives(one, grant))) {
                assigned++;
                events.add(TermsEvents.assigned(
                        name + "-assignment-" + assigned, subject, grant.role(), grant.terms(), proposer));
            }
        }
    }

    private static boolean gives(Assignment held, Grant grant) {
        return held.role().equals(grant.role()) && held.terms().sameLimits(grant.terms());
    }

    private void entity(EntityEntry entry) {
        SubjectId entity = new SubjectId(entry.type(), entry.id());
        describe(entity, whole(entity, entry.attributes()));
    }

    private void describe(SubjectId entity, Map<String, Object> attributes) {
        if (!Optional.of(attributes).equals(facts.attributes(entity.type(), entity.id()))) {
            events.add(new EntityDescribed(entity.type(), entity.id(), attributes));
        }
    }

    /** What is named, and what is known beside it where that is kept. */
    private Map<String, Object> whole(SubjectId entity, Map<String, Object> named) {
        if (!adds()) {
            return named;
        }
        Map<String, Object> whole =
                new LinkedHashMap<>(facts.attributes(entity.type(), entity.id()).orElse(Map.of()));
        whole.putAll(named);
        return whole;
    }
}
