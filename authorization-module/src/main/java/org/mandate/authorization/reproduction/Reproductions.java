package org.mandate.authorization.reproduction;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.queryhandling.QueryHandler;
import org.mandate.authorization.AccessRuleViolated;
import org.mandate.authorization.AccessRuleViolated.Rule;
import org.mandate.authorization.audit.HeldRecords;
import org.mandate.authorization.facts.Facts;
import org.mandate.authorization.facts.PastFacts;
import org.mandate.authorization.journal.DecisionRecord;
import org.mandate.authorization.journal.JournalEntry;
import org.mandate.authorization.journal.JournalRecords;
import org.mandate.authorization.reproduction.JournalWalk.Stretch;
import org.mandate.authorization.reproduction.Reproduction.Outcome;
import org.mandate.identity.MessageOrigin;
import org.springframework.stereotype.Component;

/** Answers who asks for decisions to be decided again: one, or a stretch of them as a job. */
@Component
class Reproductions extends Jobs<ReproductionWork.Seen> {

    private final HeldRecords held;
    private final JournalRecords records;
    private final JournalWalk walk;
    private final Reproducer reproducer;
    private final PastFacts past;
    private final Clock clock;

    Reproductions(
            HeldRecords held,
            JournalRecords records,
            JournalWalk walk,
            Reproducer reproducer,
            PastFacts past,
            Clock clock) {
        super("reproduction", clock);
        this.past = past;
        this.clock = clock;
        this.held = held;
        this.records = records;
        this.walk = walk;
        this.reproducer = reproducer;
    }

    @QueryHandler
    Optional<Reproduction> handle(DecideAgain query) {
        return decision(query.id()).map(reproducer::again);
    }

    @QueryHandler
    Optional<DecidedNow> handle(DecideNow query) {
        Facts facts = past.at(past.head());
        Instant now = clock.instant();
        return decision(query.id())
                .map(made -> new DecidedNow(made.id(), facts.position(), now, reproducer.on(facts, now, made)));
    }

    /** The decision of this id. A gap has an id and a record as well, but nothing in it was decided. */
    private Optional<DecisionRecord> decision(String id) {
        return held.byId(id).map(records::open).map(Reproductions::made);
    }

    private static DecisionRecord made(JournalEntry entry) {
        if (entry instanceof DecisionRecord made) {
            return made;
        }
        throw new AccessRuleViolated(
                Rule.NOTHING_DECIDED, "id", "this record says that decisions were lost: there is none to decide again");
    }

    @CommandHandler
    String decide(DecideAllAgain command, MetaData origin) {
        Stretch around = walk.around(command.from(), command.to());
        Stretch stretch = new Stretch(
                Math.max(around.after(), command.after()),
                Math.min(around.last(), command.last().orElse(around.last())));
        var work = new ReproductionWork(walk, reproducer, stretch, ReproductionWork.made(command.from(), command.to()));
        return start(work, (String) origin.getOrDefault(MessageOrigin.ACTOR, MessageOrigin.SYSTEM))
                .id();
    }

    @QueryHandler
    Optional<ReproducedStretch> handle(FindReproduction query) {
        return find(query.id()).map(job -> {
            job.await(query.patience());
            return view(job);
        });
    }

    @CommandHandler
    boolean decide(CancelReproduction command) {
        return cancel(command.id());
    }

    private static ReproducedStretch view(Job<ReproductionWork.Seen> job) {
        // Looked at before the figures: what is over does not change any more.
        State state = job.state();
        ReproductionWork.Seen seen = job.seen();
        Map<String, Long> not = new LinkedHashMap<>();
        for (Outcome outcome : new Outcome[] {Outcome.ERASED, Outcome.UNREADABLE}) {
            not.put(outcome.label(), seen.count(outcome));
        }
        return new ReproducedStretch(
                job.id(),
                state,
                job.startedAt(),
                job.progress(),
                seen.decisions(),
                seen.count(Outcome.REPRODUCED),
                seen.count(Outcome.DIFFERENT),
                not,
                seen.lost(),
                seen.engines(),
                seen.differing(),
                job.failure());
    }
}
