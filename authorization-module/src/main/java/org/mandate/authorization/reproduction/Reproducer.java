package org.mandate.authorization.reproduction;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.mandate.authorization.decision.AccessRequest;
import org.mandate.authorization.decision.Decider;
import org.mandate.authorization.decision.Decision;
import org.mandate.authorization.facts.Facts;
import org.mandate.authorization.facts.FactsStatus;
import org.mandate.authorization.facts.PastFacts;
import org.mandate.authorization.journal.DecisionRecord;
import org.mandate.authorization.point.DecisionPoint.FactsNotReady;
import org.mandate.authorization.point.Naming;
import org.mandate.authorization.reproduction.Reproduction.Answer;
import org.mandate.authorization.reproduction.Reproduction.Outcome;

/** Decides recorded decisions again, from the facts at their positions. Any number of threads use it. */
public final class Reproducer {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final PastFacts past;
    private final FactsStatus status;
    private final RecordedQuestions questions;
    private final Naming naming;

    Reproducer(PastFacts past, FactsStatus status, Naming naming) {
        this.naming = naming;
        this.past = past;
        this.questions = new RecordedQuestions(past);
        this.status = status;
    }

    /** @throws FactsNotReady when this node has not reached the record's position */
    public Reproduction again(DecisionRecord decision) {
        Answer recorded = new Answer(decision.allowed(), decision.reasons());
        if (questions.erased(decision)) {
            return result(decision, Outcome.ERASED, recorded, Optional.empty());
        }
        AccessRequest question;
        try {
            question = questions.question(decision);
        } catch (IllegalArgumentException unknown) {
            return result(decision, Outcome.UNREADABLE, recorded, Optional.empty());
        }
        if (!status.await(decision.position(), PATIENCE)) {
            throw new FactsNotReady("the facts did not reach position " + decision.position() + " in time");
        }
        Decision now = Decider.decide(past.at(decision.position()), question, decision.at());
        Answer recomputed = new Answer(now.allowed(), now.reasons());
        Outcome outcome = recomputed.equals(recorded) ? Outcome.REPRODUCED : Outcome.DIFFERENT;
        return result(decision, outcome, recorded, Optional.of(recomputed));
    }

    /** What the record asked, decided on these facts at this instant; nothing where it cannot be asked again. */
    Optional<Answer> on(Facts facts, Instant instant, DecisionRecord decision) {
        if (questions.lost(decision)) {
            return Optional.empty();
        }
        AccessRequest question = naming.named(questions.question(decision), facts);
        Decision made = Decider.decide(facts, question, instant);
        return Optional.of(new Answer(made.allowed(), made.reasons()));
    }

    private static Reproduction result(
            DecisionRecord decision, Outcome outcome, Answer recorded, Optional<Answer> recomputed) {
        return new Reproduction(decision.id(), decision.sequence(), decision.engine(), outcome, recorded, recomputed);
    }
}
