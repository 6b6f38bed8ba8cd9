package org.mandate.authorization.catalogue;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.catalogue.Catalogue.EntityEntry;
import org.mandate.authorization.catalogue.Catalogue.SubjectEntry;
import org.mandate.authorization.event.EntityDescribed;
import org.mandate.authorization.facts.AccessModel;

/** The part of a plan that describes entities, among them subjects of other types than {@code user}. */
final class EntityPlan {

    private final AccessModel state;
    private final List<EntityDescribed> events;
    private final CatalogueFindings findings;
    private final Set<SubjectId> named = new HashSet<>();

    EntityPlan(AccessModel state, List<EntityDescribed> events, CatalogueFindings findings) {
        this.state = state;
        this.events = events;
        this.findings = findings;
    }

    /** Takes the attributes that subjects carry; {@code changing} says whose are not what they were. */
    void subjects(List<SubjectEntry> entries, BitSet changing) {
        for (int i = 0; i < entries.size(); i++) {
            SubjectEntry entry = entries.get(i);
            Optional<Map<String, Object>> attributes = entry.attributes();
            if (entry.isUser() || entry.id().isEmpty() || attributes.isEmpty()) {
                continue;
            }
            named.add(new SubjectId(entry.type(), entry.id().get()));
            Optional<Map<String, Object>> present =
                    state.attributes(entry.type(), entry.id().get());
            if (!present.equals(attributes)) {
                events.add(new EntityDescribed(entry.type(), entry.id().get(), attributes.get()));
                changing.set(i);
            }
        }
    }

    Tally entities(List<EntityEntry> entries) {
        Tally tally = Tally.NONE;
        for (int i = 0; i < entries.size(); i++) {
            EntityEntry entry = entries.get(i);
            String path = "entities[" + i + "]";
            if (!findings.sound(path + ".type") || !findings.sound(path + ".id")) {
                continue;
            }
            if (!named.add(new SubjectId(entry.type(), entry.id()))) {
                findings.add(path + ".id", "the attributes of the entity stand in the catalogue twice");
                continue;
            }
            Optional<Map<String, Object>> present = state.attributes(entry.type(), entry.id());
            if (present.equals(Optional.of(entry.attributes()))) {
                tally = tally.plusUnchanged();
                continue;
            }
            events.add(new EntityDescribed(entry.type(), entry.id(), entry.attributes()));
            tally = present.isPresent() ? tally.plusChanged() : tally.plusCreated();
        }
        return tally;
    }
}
