package org.mandate.authorization.usage;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mandate.authorization.facts.PastFacts;
import org.mandate.authorization.journal.DecisionRecord;
import org.mandate.authorization.journal.JournalEntry;
import org.mandate.authorization.reproduction.Jobs;
import org.mandate.authorization.reproduction.JournalWalk;
import org.mandate.authorization.reproduction.JournalWalk.Stretch;
import org.mandate.authorization.reproduction.Ongoing;
import org.mandate.authorization.reproduction.RecordedQuestions;

/**
 * Walks through decisions and finds out what each needed: where it allowed something, what that rests on; and where somebody
 * asked for another, what let them ask.
 */
final class UsageWork implements Jobs.Work<UsageWork.Seen> {

    private final JournalWalk walk;
    private final PastFacts past;
    private final Stretch stretch;
    private final Instant since;
    private final Standing standing;
    private final Needs needs;
    private final RecordedQuestions questions;
    private long decisions;
    private long undecidable;
    private volatile Seen seen;

    /** The grants that stand at the end, judged by what was found out. */
    interface Standing {

        List<UnusedGrant> unused(Usage usage, long position);
    }

    /** What is known so far of the decisions since then. */
    record Seen(Instant since, long decisions, long undecidable, long position, List<UnusedGrant> items) {}

    UsageWork(JournalWalk walk, PastFacts past, Needs needs, Instant since, Standing standing) {
        this.walk = walk;
        this.past = past;
        this.questions = new RecordedQuestions(past);
        this.stretch = walk.around(Optional.of(since), Optional.empty());
        this.since = since;
        this.standing = standing;
        this.needs = needs;
        this.seen = new Seen(since, 0, 0, 0, List.of());
    }

    @Override
    public void run(Ongoing ongoing) {
        walk.walk(stretch, "use of grants", ongoing, this::take);
        long position = past.head();
        seen = new Seen(since, decisions, undecidable, position, standing.unused(needs.usage(), position));
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
        seen = new Seen(since, decisions, undecidable, 0, List.of());
    }

    private void take(DecisionRecord decision) {
        decisions++;
        if (!decision.provenance().requester().equals(decision.subject())) {
            needs.ofRequester(decision);
        }
        if (!decision.allowed()) {
            return;
        }
        if (questions.lost(decision)) {
            undecidable++;
            return;
        }
        needs.ofSubject(decision, questions);
    }
}
