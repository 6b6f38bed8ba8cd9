package org.mandate.authorization.reproduction;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.decision.AccessRequest;
import org.mandate.authorization.decision.Requirement;
import org.mandate.authorization.facts.PastFacts;
import org.mandate.authorization.facts.Standing;
import org.mandate.authorization.journal.DecisionRecord;
import org.mandate.authorization.journal.SealedPart;

/** Makes the question again that a recorded decision answered. */
public final class RecordedQuestions {

    private static final int MOST = 10_000;

    private final Map<String, Requirement> requirements = new ConcurrentHashMap<>();
    private final PastFacts past;

    public RecordedQuestions(PastFacts past) {
        this.past = past;
    }

    /**
     * The question, exactly as {@code decide} was given it.
     * @throws IllegalArgumentException when the record's requirement is none that this version knows
     */
    public AccessRequest question(DecisionRecord decision) {
        return new AccessRequest(
                decision.subject(),
                decision.subjectProperties(),
                decision.action(),
                decision.resource(),
                decision.context(),
                requirement(decision.requirement()),
                decision.scopes().map(Set::copyOf),
                decision.decisionIp(),
                decision.username());
    }

    /** The person is erased, and with them what the decision was taken on; nobody can ask it again. */
    public boolean erased(DecisionRecord decision) {
        for (SealedPart part : decision.sealed()) {
            if (!part.ofRequester() && part.opening().isEmpty()) {
                return true;
            }
        }
        return isGone(decision.subject(), decision.position());
    }

    /** Nobody can ask it again: the person is erased, or what was required is nothing that this version knows. */
    public boolean lost(DecisionRecord decision) {
        if (erased(decision)) {
            return true;
        }
        try {
            requirement(decision.requirement());
            return false;
        } catch (IllegalArgumentException unknown) {
            return true;
        }
    }

    private boolean isGone(SubjectId subject, long position) {
        long head = past.head();
        return subject.type().equals(SubjectId.USER)
                && past.at(head).standing(subject) == Standing.UNKNOWN
                && past.at(Math.min(position, head)).standing(subject) != Standing.UNKNOWN;
    }

    /** Few texts come again and again; those that name what a request named are read each time. */
    private Requirement requirement(String text) {
        Requirement known = requirements.get(text);
        if (known == null) {
            known = Requirement.parse(text);
            if (requirements.size() < MOST) {
                requirements.put(text, known);
            }
        }
        return known;
    }
}
