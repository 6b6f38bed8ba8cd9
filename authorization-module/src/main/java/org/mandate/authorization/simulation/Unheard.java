package org.mandate.authorization.simulation;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.catalogue.Catalogue.ConstraintEntry;
import org.mandate.authorization.catalogue.Catalogue.EntityEntry;
import org.mandate.authorization.catalogue.Catalogue.Grant;
import org.mandate.authorization.catalogue.Catalogue.RoleEntry;
import org.mandate.authorization.catalogue.Catalogue.SubjectEntry;
import org.mandate.authorization.catalogue.CatalogueFindings;
import org.mandate.authorization.facts.ConstraintFacts;
import org.mandate.authorization.facts.PastChanges;
import org.mandate.authorization.facts.PastFacts;
import org.mandate.authorization.facts.RoleFacts;

/**
 * What a removal names that never stood and that no change before it brings: most likely it is misspelt, and removing it would
 * look harmless. What stood once may be removed, for decisions were taken on it.
 */
final class Unheard {

    private final PastChanges changes;
    private final PastFacts past;
    private final Brought brought;
    private final CatalogueFindings findings;

    Unheard(PastChanges changes, PastFacts past, Brought brought, CatalogueFindings findings) {
        this.changes = changes;
        this.past = past;
        this.brought = brought;
        this.findings = findings;
    }

    void find(Proposal removal) {
        var named = removal.catalogue();
        for (int i = 0; i < named.subjects().size(); i++) {
            SubjectEntry entry = named.subjects().get(i);
            String path = "subjects[" + i + "]";
            removal.subjects().get(i).ifPresent(subject -> subject(entry, subject, path));
        }
        for (int i = 0; i < named.roles().size(); i++) {
            role(named.roles().get(i), "roles[" + i + "]");
        }
        for (int i = 0; i < named.permissions().size(); i++) {
            String name = named.permissions().get(i).name();
            require(
                    brought.has("permission", name) || changes.catalogue().containsValue(name),
                    "permissions[" + i + "].name",
                    "there never was a permission `" + name + "`");
        }
        for (int i = 0; i < named.policies().size(); i++) {
            String id = named.policies().get(i).id();
            require(
                    brought.has("policy", id) || changes.ofPolicy(id).findAny().isPresent(),
                    "policies[" + i + "].id",
                    "there never was a policy `" + id + "`");
        }
        for (int i = 0; i < named.constraints().size(); i++) {
            constraint(named.constraints().get(i), "constraints[" + i + "]");
        }
        for (int i = 0; i < named.entities().size(); i++) {
            EntityEntry entry = named.entities().get(i);
            entity(new SubjectId(entry.type(), entry.id()), entry.attributes().keySet(), "entities[" + i + "]");
        }
    }

    private void subject(SubjectEntry entry, SubjectId subject, String path) {
        if (!entity(subject, entry.attributes().map(Map::keySet).orElse(Set.of()), path)) {
            return;
        }
        for (int i = 0; i < entry.roles().size(); i++) {
            Grant grant = entry.roles().get(i);
            require(
                    brought.has(subject.type(), subject.id(), "role", grant.role())
                            || changes.everHeld(subject).stream().anyMatch(held -> Removal.means(grant, held)),
                    path + ".roles[" + i + "]",
                    "the subject never held role `" + grant.role() + "`"
                            + (grant.byName() ? "" : " on just these terms"));
        }
    }

    private boolean entity(SubjectId entity, Set<String> attributes, String path) {
        boolean heard = require(
                brought.has("entity", entity.type(), entity.id()) || changes.known(entity),
                path + ".id",
                "nothing was ever known of `" + entity.type() + "` `" + entity.id() + "`");
        for (String name : heard ? attributes : Set.<String>of()) {
            require(
                    brought.has(entity.type(), entity.id(), "attribute", name) || everHad(entity, name),
                    path + ".attributes." + name,
                    "there never was an attribute `" + name + "` of it");
        }
        return heard;
    }

    private boolean everHad(SubjectId entity, String attribute) {
        return changes.ofResource(entity.type(), entity.id())
                .mapToObj(at -> past.at(at).attributes(entity.type(), entity.id()))
                .flatMap(Optional::stream)
                .anyMatch(known -> known.containsKey(attribute));
    }

    private void role(RoleEntry entry, String path) {
        String name = entry.name();
        boolean heard = require(
                brought.has("role", name) || changes.ofRole(name).findAny().isPresent(),
                path + ".name",
                "there never was a role `" + name + "`");
        for (int i = 0; heard && i < entry.permissions().size(); i++) {
            String permission = entry.permissions().get(i);
            require(
                    brought.has("role", name, "permission", permission)
                            || everWas(name, role -> role.permissions().contains(permission)),
                    path + ".permissions[" + i + "]",
                    "role `" + name + "` never held `" + permission + "` itself");
        }
        for (int i = 0; heard && i < entry.inherits().size(); i++) {
            String inherited = entry.inherits().get(i);
            require(
                    brought.has("role", name, "inherits", inherited)
                            || everWas(name, role -> role.inherits().contains(inherited)),
                    path + ".inherits[" + i + "]",
                    "role `" + name + "` never inherited from `" + inherited + "` directly");
        }
    }

    private boolean everWas(String role, Predicate<RoleFacts> such) {
        return changes.versions(role).stream()
                .flatMap(version -> Optional.ofNullable(version.value()).stream())
                .anyMatch(such);
    }

    private void constraint(ConstraintEntry entry, String path) {
        require(
                brought.has(entry)
                        || changes.ofConstraints()
                                .anyMatch(
                                        at -> past.at(at).constraints().stream().anyMatch(one -> means(entry, one))),
                entry.id().isPresent() ? path + ".id" : path,
                "there never was such a constraint");
    }

    private static boolean means(ConstraintEntry entry, ConstraintFacts constraint) {
        return entry.id()
                .map(constraint.id()::equals)
                .orElseGet(
                        () -> constraint.roles().equals(Set.copyOf(entry.roles())) && constraint.max() == entry.max());
    }

    private boolean require(boolean heard, String path, String message) {
        if (!heard) {
            findings.add(path, message + ", and no change before this one brings it");
        }
        return heard;
    }
}
