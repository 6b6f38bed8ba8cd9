package org.mandate.http.access;

import java.util.Optional;
import org.mandate.access.NamedSubjects;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.journal.Provenance;
import org.mandate.authorization.point.DecisionPoint.Recorded;
import org.mandate.authorization.point.Evaluate;
import org.mandate.enforcement.Caller;
import org.mandate.enforcement.Gateway;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Answers one question: it is decided and recorded, then answered. */
@Component
class SingleEvaluation {

    private final Gateway gateway;
    private final NamedSubjects subjects;

    SingleEvaluation(Gateway gateway, NamedSubjects subjects) {
        this.gateway = gateway;
        this.subjects = subjects;
    }

    EvaluationBody answer(JsonNode body, Caller caller) {
        Question question = Question.of(body);
        Evaluate message = message(question, subjects.resolve(question.subject()), provenance(caller));
        Recorded recorded = gateway.evaluate(message, caller);
        return EvaluationBody.of(question, recorded);
    }

    static Evaluate message(Question question, SubjectId subject, Provenance provenance) {
        Optional<String> ip = subject.equals(provenance.requester()) ? provenance.ip() : question.ip();
        return new Evaluate(
                subject,
                question.subjectProperties(),
                question.action(),
                question.resource(),
                question.context(),
                ip,
                provenance);
    }

    static Provenance provenance(Caller caller) {
        SubjectId requester = SubjectId.user(caller.user().orElseThrow().value());
        return new Provenance(requester, caller.ip(), caller.userAgent(), caller.requestId(), caller.channel());
    }
}
