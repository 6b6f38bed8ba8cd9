package org.mandate.authorization.simulation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.catalogue.Catalogue;
import org.mandate.authorization.catalogue.Catalogue.ConstraintEntry;
import org.mandate.authorization.catalogue.Catalogue.SubjectEntry;

/** All that changes put or add, each by the words that name it. */
final class Brought {

    private final Set<List<String>> names = new HashSet<>();

    void by(Proposal change) {
        if (change.manner() == Manner.REMOVE) {
            return;
        }
        Catalogue catalogue = change.catalogue();
        catalogue.permissions().forEach(entry -> bring("permission", entry.name()));
        catalogue.roles().forEach(entry -> {
            bring("role", entry.name());
            entry.permissions().forEach(name -> bring("role", entry.name(), "permission", name));
            entry.inherits().forEach(name -> bring("role", entry.name(), "inherits", name));
        });
        catalogue.policies().forEach(entry -> bring("policy", entry.id()));
        catalogue.constraints().forEach(entry -> {
            names.add(constraint(entry));
            entry.id().ifPresent(id -> bring("constraint", id));
        });
        catalogue
                .entities()
                .forEach(entry -> entity(
                        new SubjectId(entry.type(), entry.id()),
                        entry.attributes().keySet()));
        for (int i = 0; i < catalogue.subjects().size(); i++) {
            SubjectEntry entry = catalogue.subjects().get(i);
            change.subjects().get(i).ifPresent(subject -> subject(subject, entry));
        }
    }

    private void subject(SubjectId subject, SubjectEntry entry) {
        entity(subject, entry.attributes().map(Map::keySet).orElse(Set.of()));
        entry.roles().forEach(grant -> bring(subject.type(), subject.id(), "role", grant.role()));
    }

    private void entity(SubjectId entity, Set<String> attributes) {
        bring("entity", entity.type(), entity.id());
        attributes.forEach(name -> bring(entity.type(), entity.id(), "attribute", name));
    }

    private void bring(String... words) {
        names.add(List.of(words));
    }

    boolean has(String... words) {
        return names.contains(List.of(words));
    }

    /** By what it says, where it has no id. */
    boolean has(ConstraintEntry entry) {
        return entry.id().map(id -> has("constraint", id)).orElseGet(() -> names.contains(constraint(entry)));
    }

    private static List<String> constraint(ConstraintEntry entry) {
        List<String> words = new ArrayList<>(new TreeSet<>(entry.roles()));
        words.add("at most " + entry.max());
        return List.copyOf(words);
    }
}
