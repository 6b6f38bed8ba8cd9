package org.mandate.authorization.usage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mandate.authorization.decision.AccessRequest;
import org.mandate.authorization.decision.Requirement;
import org.mandate.authorization.facts.Assignment;
import org.mandate.authorization.facts.Branches;
import org.mandate.authorization.facts.Facts;
import org.mandate.authorization.facts.PastFacts;
import org.mandate.authorization.facts.RoleFacts;
import org.mandate.authorization.journal.DecisionRecord;
import org.mandate.authorization.journal.JournalEntry;
import org.mandate.authorization.reproduction.Jobs;
import org.mandate.authorization.reproduction.JournalWalk;
import org.mandate.authorization.reproduction.JournalWalk.Stretch;
import org.mandate.authorization.reproduction.Ongoing;
import org.mandate.authorization.reproduction.RecordedQuestions;

/**
 * Walks through decisions and finds out what each that allowed something needed: what it would have been denied without. A
 * single reason says so itself; where there are several, the question is decided again without each grant.
 */
final class UsageWork implements Jobs.Work<UsageWork.Seen> {

    private final JournalWalk walk;
    private final PastFacts past;
    private final Stretch stretch;
    private final Instant since;
    private final Standing standing;
    private final Without without;
    private final Usage usage = new Usage();
    private final Sources sources = new Sources();
    private final RecordedQuestions questions;
    private long decisions;
    private long undecidable;
    private volatile Seen seen = new Seen(0, 0, 0, List.of());

    /** The grants that stand at the end, judged by what was found out. */
    interface Standing {

        List<UnusedGrant> unused(Usage usage, long position);
    }

    /** What is known so far. */
    record Seen(long decisions, long undecidable, long position, List<UnusedGrant> items) {}

    UsageWork(JournalWalk walk, PastFacts past, Branches branches, Instant since, Standing standing) {
        this.walk = walk;
        this.past = past;
        this.questions = new RecordedQuestions(past);
        this.stretch = walk.around(Optional.of(since), Optional.empty());
        this.since = since;
        this.standing = standing;
        this.without = new Without(branches);
    }

    @Override
    public void run(Ongoing ongoing) {
        walk.walk(stretch, "use of grants", ongoing, this::take);
        long position = past.head();
        seen = new Seen(decisions, undecidable, position, standing.unused(usage, position));
    }

    @Override
    public Seen seen() {
        return seen;
    }

    private void take(List<JournalEntry> entries) {
        for (JournalEntry entry : entries) {
            if (entry instanceof DecisionRecord decision && !decision.at().isBefore(since)) {
                take(decision);
            }
        }
        seen = new Seen(decisions, undecidable, 0, List.of());
    }

    private void take(DecisionRecord decision) {
        decisions++;
        if (!decision.allowed()) {
            return;
        }
        if (questions.erased(decision)) {
            undecidable++;
            return;
        }
        Evidence evidence = Evidence.of(decision);
        if (evidence.assignments().isEmpty() && !evidence.policies() && !passesOn(decision)) {
            return;
        }
        Facts facts = past.at(decision.position());
        without.at(decision.position());
        AccessRequest question = questions.question(decision);
        assignments(decision, evidence, facts, question);
        permissions(decision, evidence, facts, question);
    }

    /** A requirement that is met by holding many things at once; its reasons do not name them. */
    private static boolean passesOn(DecisionRecord decision) {
        return decision.requirement().contains("mayGrant(")
                || decision.requirement().contains("allPermissions(");
    }

    private void assignments(DecisionRecord decision, Evidence evidence, Facts facts, AccessRequest question) {
        if (decision.reasons().size() == 1 && evidence.assignments().size() == 1) {
            usage.needed(new Grant.Assigned(evidence.assignments().iterator().next()));
            return;
        }
        boolean any = evidence.policies() || passesOn(decision);
        List<Grant> sufficient = new ArrayList<>();
        evidence.assignments().forEach(id -> sufficient.add(new Grant.Assigned(id)));
        sufficient.addAll(evidence.beside());
        for (Assignment assignment : facts.assignments(decision.subject())) {
            Grant grant = new Grant.Assigned(assignment.id());
            boolean named = evidence.assignments().contains(assignment.id());
            if ((!any && !named) || usage.needs(grant)) {
                continue;
            }
            if (!without.allows(question, decision.at(), assignment)) {
                usage.needed(grant);
            } else if (named) {
                usage.beside(grant, sufficient);
            }
        }
    }

    private void permissions(DecisionRecord decision, Evidence evidence, Facts facts, AccessRequest question) {
        Set<String> asked = new LinkedHashSet<>(evidence.permissions());
        if (passesOn(decision)) {
            passedOn(question.requirement(), facts, asked);
        }
        Set<Grant.Permitted> entries = new LinkedHashSet<>();
        boolean all = passesOn(decision);
        for (Assignment assignment : facts.assignments(decision.subject())) {
            RoleFacts role = facts.role(assignment.role()).orElse(null);
            if (role != null && (all || evidence.assignments().contains(assignment.id()))) {
                asked.forEach(permission -> entries.addAll(sources.of(facts, role, permission)));
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
            if (!without.allows(question, decision.at(), entry)) {
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
