package org.mandate.authorization.catalogue;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.assignment.TermsEvents;
import org.mandate.authorization.catalogue.Catalogue.Grant;
import org.mandate.authorization.catalogue.Catalogue.SubjectEntry;
import org.mandate.authorization.event.RoleAssigned;
import org.mandate.authorization.facts.AccessModel;

/** The assignments' part of a plan: subjects keep what they hold and gain what they lack. */
final class GrantPlan {

    private final List<SubjectEntry> entries;
    private final List<Optional<SubjectId>> subjects;
    private final Set<String> roles;
    private final AccessModel state;
    private final CataloguePlan.Import by;
    private final CatalogueFindings findings;

    GrantPlan(
            List<SubjectEntry> entries,
            List<Optional<SubjectId>> subjects,
            Set<String> roles,
            AccessModel state,
            CataloguePlan.Import by,
            CatalogueFindings findings) {
        this.entries = entries;
        this.subjects = subjects;
        this.roles = roles;
        this.state = state;
        this.by = by;
        this.findings = findings;
    }

    Tally plan(List<RoleAssigned> grants, BitSet gaining) {
        Set<SubjectId> named = new HashSet<>();
        Tally tally = Tally.NONE;
        for (int i = 0; i < entries.size(); i++) {
            check(i);
            Optional<SubjectId> subject = subjects.get(i);
            if (subject.isEmpty()) {
                continue;
            }
            if (!named.add(subject.get())) {
                findings.add("subjects[" + i + "].id", "the subject stands in the catalogue twice");
                continue;
            }
            int before = grants.size();
            tally = plan(entries.get(i), subject.get(), grants, tally);
            gaining.set(i, grants.size() > before);
        }
        return tally;
    }

    private Tally plan(SubjectEntry entry, SubjectId subject, List<RoleAssigned> grants, Tally before) {
        Tally tally = before;
        List<RoleAssigned> standing = new ArrayList<>(state.assignments(subject));
        for (Grant grant : entry.roles()) {
            if (standing.stream().anyMatch(held -> gives(held, grant))) {
                tally = tally.plusUnchanged();
                continue;
            }
            var given = TermsEvents.assigned(by.ids().next(), subject, grant.role(), grant.terms(), by.grantedBy());
            standing.add(given);
            grants.add(given);
            tally = tally.plusCreated();
        }
        return tally;
    }

    private void check(int index) {
        List<Grant> wanted = entries.get(index).roles();
        for (int i = 0; i < wanted.size(); i++) {
            if (!roles.contains(wanted.get(i).role())) {
                findings.add(
                        "subjects[" + index + "].roles[" + i + "]",
                        "there is no role `" + wanted.get(i).role() + "`");
            }
        }
    }

    private static boolean gives(RoleAssigned held, Grant grant) {
        return held.role().equals(grant.role()) && TermsEvents.terms(held).sameLimits(grant.terms());
    }
}
