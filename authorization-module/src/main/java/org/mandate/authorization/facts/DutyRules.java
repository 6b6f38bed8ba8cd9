package org.mandate.authorization.facts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.mandate.authorization.AccessRuleViolated;
import org.mandate.authorization.AccessRuleViolated.Rule;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.Usernames;
import org.mandate.authorization.event.ConstraintEvent;
import org.mandate.authorization.event.RoleAssigned;
import org.mandate.authorization.event.RoleDefined;
import org.mandate.authorization.event.RoleInheritanceAdded;

/**
 * Static separation of duty, judged on what a transaction leads to: nobody holds more of a constraint's roles than it allows,
 * directly or by inheritance. An assignment counts unless it has run out; its networks and its resource play no part.
 */
final class DutyRules {

    private static final int MOST_NAMED = 10;

    private final Usernames usernames;
    private final Set<SubjectId> assigned = new LinkedHashSet<>();
    private boolean changesWhatRolesComeTo;
    private boolean changesConstraints;
    private Instant at = Instant.MIN;

    DutyRules(Usernames usernames) {
        this.usernames = usernames;
    }

    /** @param constrained whether any constraint stands yet; one that comes later looks at all holders itself */
    void take(AccessRules.Staged staged, boolean constrained) {
        at = staged.at();
        if (staged.event() instanceof RoleAssigned event) {
            if (constrained) {
                assigned.add(new SubjectId(event.subjectType(), event.subjectId()));
            }
        } else if (staged.event() instanceof RoleInheritanceAdded) {
            changesWhatRolesComeTo = true;
        } else if (staged.event() instanceof RoleDefined event) {
            changesWhatRolesComeTo |= !event.inherits().isEmpty();
        } else if (staged.event() instanceof ConstraintEvent) {
            changesConstraints = true;
        }
    }

    void conclude(Facts facts) {
        Collection<ConstraintFacts> constraints = facts.constraints();
        if (constraints.isEmpty()) {
            return;
        }
        for (ConstraintFacts constraint : constraints) {
            Collection<SubjectId> concerned =
                    changesWhatRolesComeTo || changesConstraints ? holders(constraint, facts) : assigned;
            List<SubjectId> violating = concerned.stream()
                    .filter(subject -> held(constraint, subject, facts).size() > constraint.max())
                    .toList();
            if (!violating.isEmpty()) {
                throw refused(constraint, violating, facts);
            }
        }
    }

    private static Collection<SubjectId> holders(ConstraintFacts constraint, Facts facts) {
        Set<SubjectId> holders = new LinkedHashSet<>();
        for (RoleFacts role : facts.roles()) {
            if (role.roles().stream().anyMatch(constraint.roles()::contains)) {
                holders.addAll(facts.subjectsAssigned(role.name()));
            }
        }
        return holders;
    }

    private Set<String> held(ConstraintFacts constraint, SubjectId subject, Facts facts) {
        Set<String> held = new HashSet<>();
        for (Assignment assignment : facts.assignments(subject)) {
            boolean over = assignment
                    .terms()
                    .validUntil()
                    .filter(until -> !at.isBefore(until))
                    .isPresent();
            if (!over) {
                facts.role(assignment.role()).map(RoleFacts::roles).ifPresent(held::addAll);
            }
        }
        held.retainAll(constraint.roles());
        return held;
    }

    /** Nobody knows people by their ids; asked within the transaction, so that whoever it brings in has a name already. */
    private String name(SubjectId subject) {
        return subject.type().equals(SubjectId.USER)
                ? usernames.of(subject.id()).orElse(subject.id())
                : subject.id();
    }

    private AccessRuleViolated refused(ConstraintFacts constraint, List<SubjectId> violating, Facts facts) {
        List<String> named = new ArrayList<>();
        for (SubjectId subject : violating.subList(0, Math.min(violating.size(), MOST_NAMED))) {
            String roles = String.join(", ", new TreeSet<>(held(constraint, subject, facts)));
            named.add(subject.type() + " `" + name(subject) + "` (" + roles + ")");
        }
        String more = violating.size() > MOST_NAMED ? " and " + (violating.size() - MOST_NAMED) + " others" : "";
        return new AccessRuleViolated(
                Rule.SEPARATION_OF_DUTY,
                "",
                "constraint `" + constraint.id() + "` allows " + constraint.max() + " of the roles "
                        + String.join(", ", new TreeSet<>(constraint.roles())) + "; more would be held by "
                        + String.join(", ", named) + more);
    }
}
