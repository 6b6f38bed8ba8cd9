package org.mandate.authorization.point;

import java.util.List;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.mandate.authorization.decision.AccessRequest;
import org.mandate.authorization.decision.Requirement;
import org.mandate.authorization.point.DecisionPoint.Recorded;
import org.springframework.stereotype.Component;

/** Answers questions from outside. The token that they come with is the asker's, so its scopes say nothing of the subject. */
@Component
final class Evaluations implements Answers {

    private final DecisionPoint point;

    Evaluations(DecisionPoint point) {
        this.point = point;
    }

    @QueryHandler
    Recorded handle(Evaluate question) {
        return answer(question);
    }

    @Override
    public Recorded answer(Evaluate question) {
        return point.decide(request(question), question.provenance());
    }

    @QueryHandler
    List<Recorded> handle(EvaluateAll batch) {
        return point.decideAll(
                batch.questions().stream().map(Evaluations::request).toList(),
                decision -> batch.semantic().endsWith(decision.allowed()),
                batch.provenance());
    }

    private static AccessRequest request(Evaluate question) {
        return new AccessRequest(
                question.subject(),
                question.subjectProperties(),
                question.action(),
                question.resource(),
                question.context(),
                Requirement.may(question.action().name()),
                Optional.empty(),
                question.ip());
    }
}
