package org.mandate.authorization.usage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.mandate.authorization.decision.AccessRequest;
import org.mandate.authorization.decision.Decider;
import org.mandate.authorization.decision.Decision;
import org.mandate.authorization.decision.Reason;
import org.mandate.authorization.decision.Requirement;
import org.mandate.authorization.facts.Assignment;
import org.mandate.authorization.facts.Branches;
import org.mandate.authorization.facts.Facts;
import org.mandate.authorization.facts.PastFacts;
import org.mandate.authorization.facts.RoleFacts;
import org.mandate.authorization.journal.DecisionRecord;
import org.mandate.authorization.point.Naming;
import org.mandate.authorization.point.RightToAsk;
import org.mandate.authorization.reproduction.RecordedQuestions;

/**
 * Finds out what a question that was allowed needed: what it would have been denied without. A single reason says so itself;
 * where there are several, the question is decided again without each grant. One thread uses it.
 */
final class Needs {

    private final PastFacts past;
    private final Without without;
    private final Naming naming;
    private final Usage usage = new Usage();
    private final Sources sources = new Sources();

    Needs(PastFacts past, Branches branches, Naming naming) {
        this.past = past;
        this.without = new Without(branches);
        this.naming = naming;
    }

    /** A question that was allowed on these facts, and why. */
    private record Allowed(AccessRequest question, List<Reason> reasons, Instant at, Facts facts) {}

    Usage usage() {
        return usage;
    }

    /** What the subject of an allowed decision needed. */
    void ofSubject(DecisionRecord decision, RecordedQuestions questions) {
        Evidence evidence = Evidence.of(decision.reasons());
        boolean passesOn = passesOn(decision.requirement());
        if (evidence.assignments().isEmpty() && !evidence.policies() && !passesOn) {
            return;
        }
        Facts facts = past.at(decision.position());
        without.at(decision.position());
        Allowed allowed = new Allowed(questions.question(decision), decision.reasons(), decision.at(), facts);
        assignments(allowed, evidence, passesOn);
        permissions(allowed, evidence, passesOn);
    }

    /**
     * What its requester needed to ask about somebody else, whatever the answer was. That they might was found before the
     * question was answered and stands in no record, so it is decided again.
     */
    void ofRequester(DecisionRecord decision) {
        Facts facts = past.at(decision.position());
        without.at(decision.position());
        AccessRequest question = naming.named(RightToAsk.question(decision.provenance()), facts);
        Decision might = Decider.decide(facts, question, decision.at());
        if (might.allowed()) {
            Evidence evidence = Evidence.of(might.reasons());
            Allowed allowed = new Allowed(question, might.reasons(), decision.at(), facts);
            assignments(allowed, evidence, false);
            permissions(allowed, evidence, false);
        }
    }

    /** A requirement that is met by holding many things at once; its reasons do not name them. */
    private static boolean passesOn(String requirement) {
        return requirement.contains("mayGrant(") || requirement.contains("allPermissions(");
    }

    private void assignments(Allowed allowed, Evidence evidence, boolean passesOn) {
        if (allowed.reasons().size() == 1 && evidence.assignments().size() == 1) {
            usage.needed(new Grant.Assigned(evidence.assignments().iterator().next()));
            return;
        }
        boolean any = evidence.policies() || passesOn;
        List<Grant> sufficient = new ArrayList<>();
        evidence.assignments().forEach(id -> sufficient.add(new Grant.Assigned(id)));
        sufficient.addAll(evidence.beside());
        for (Assignment assignment :
                allowed.facts().assignments(allowed.question().subject())) {
            Grant grant = new Grant.Assigned(assignment.id());
            boolean named = evidence.assignments().contains(assignment.id());
            if ((!any && !named) || usage.needs(grant)) {
                continue;
            }
            if (!without.allows(allowed.question(), allowed.at(), assignment)) {
                usage.needed(grant);
            } else if (named) {
                usage.beside(grant, sufficient);
            }
        }
    }

    private void permissions(Allowed allowed, Evidence evidence, boolean all) {
        Set<String> asked = new LinkedHashSet<>(evidence.permissions());
        if (all) {
            passedOn(allowed.question().requirement(), allowed.facts(), asked);
        }
        Set<Grant.Permitted> entries = new LinkedHashSet<>();
        for (Assignment assignment :
                allowed.facts().assignments(allowed.question().subject())) {
            RoleFacts role = allowed.facts().role(assignment.role()).orElse(null);
            if (role != null && (all || evidence.assignments().contains(assignment.id()))) {
                asked.forEach(permission -> entries.addAll(sources.of(allowed.facts(), role, permission)));
            }
        }
        if (entries.size() == 1 && evidence.beside().isEmpty()) {
            usage.needed(entries.iterator().next());
            return;
        }
        List<Grant> sufficient = new ArrayList<>(entries);
        sufficient.addAll(evidence.beside());
        for (Grant.Permitted entry : entries) {
            if (usage.needs(entry)) {
                continue;
            }
            if (!without.allows(allowed.question(), allowed.at(), entry)) {
                usage.needed(entry);
            } else {
                usage.beside(entry, sufficient);
            }
        }
    }

    private static void passedOn(Requirement requirement, Facts facts, Set<String> asked) {
        if (requirement instanceof Requirement.AllPermissions permissions) {
            asked.addAll(permissions.permissions());
        } else if (requirement instanceof Requirement.MayGrant grant) {
            facts.role(grant.role())
                    .ifPresent(role -> asked.addAll(role.grants().named()));
        } else if (requirement instanceof Requirement.Lasting lasting) {
            passedOn(lasting.part(), facts, asked);
        } else if (requirement instanceof Requirement.AllOf parts) {
            parts.parts().forEach(part -> passedOn(part, facts, asked));
        } else if (requirement instanceof Requirement.AnyOf parts) {
            parts.parts().forEach(part -> passedOn(part, facts, asked));
        }
    }
}
