package org.mandate.authorization.search;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.decision.Leads;
import org.mandate.authorization.facts.Facts;
import org.mandate.authorization.facts.Stretch;

/** What might be found, in the order of ids. It misses nothing that is known here and allowed; more may be in it. */
@FunctionalInterface
interface Candidates {

    List<String> in(Stretch stretch);

    static Candidates of(Facts facts, Sought sought) {
        if (sought instanceof Sought.Subjects subjects) {
            return subjects(facts, subjects);
        }
        if (sought instanceof Sought.Resources resources) {
            return resources(facts, resources);
        }
        if (sought instanceof Sought.Actions actions) {
            Set<String> known =
                    Leads.actions(facts, actions.subject(), actions.resource().type());
            return stretch -> stretch.of(known.stream());
        }
        throw new IllegalStateException("something that nobody knows how to look for: " + sought);
    }

    private static Candidates subjects(Facts facts, Sought.Subjects sought) {
        String type = sought.type();
        String action = sought.action().name();
        if (Leads.anybody(facts, action, sought.resource().type())) {
            return stretch -> facts.subjects(type, stretch);
        }
        List<String> roles = Leads.roles(facts, action, sought.resource());
        Optional<String> owner = Leads.owner(facts, sought.resource())
                .filter(subject -> subject.type().equals(type))
                .map(SubjectId::id);
        return stretch -> stretch.of(Stream.concat(
                owner.stream(), roles.stream().flatMap(role -> facts.subjectsAssigned(role, type, stretch).stream())));
    }

    private static Candidates resources(Facts facts, Sought.Resources sought) {
        String type = sought.type();
        List<String> targets = Leads.targets(facts, sought.subject(), type);
        return stretch -> stretch.of(Stream.concat(targets.stream(), kept(facts, type, stretch).stream()));
    }

    private static List<String> kept(Facts facts, String type, Stretch stretch) {
        return type.equals(SubjectId.USER) ? facts.subjects(type, stretch) : facts.resources(type, stretch);
    }
}
