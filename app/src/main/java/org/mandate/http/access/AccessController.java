package org.mandate.http.access;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.mandate.access.NamedSubjects;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.journal.Provenance;
import org.mandate.authorization.point.DecisionPoint.Recorded;
import org.mandate.authorization.point.Evaluate;
import org.mandate.authorization.point.EvaluateAll;
import org.mandate.enforcement.Caller;
import org.mandate.enforcement.Gateway;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Answers questions of other applications, one or many: each is recorded, then answered. */
@RestController
@RequestMapping("/access/v1")
class AccessController {

    private final Gateway gateway;
    private final NamedSubjects subjects;

    AccessController(Gateway gateway, NamedSubjects subjects) {
        this.gateway = gateway;
        this.subjects = subjects;
    }

    @PostMapping(path = "/evaluation", produces = MediaType.APPLICATION_JSON_VALUE)
    EvaluationBody evaluate(HttpServletRequest request, Caller caller) throws IOException {
        return single(AccessBody.of(request), caller);
    }

    @PostMapping(path = "/evaluations", produces = MediaType.APPLICATION_JSON_VALUE)
    EvaluationsAnswer evaluateAll(HttpServletRequest request, Caller caller) throws IOException {
        JsonNode body = AccessBody.of(request);
        Batch batch = Batch.of(body);
        if (batch.items().isEmpty()) {
            return single(body, caller);
        }
        Map<SubjectId, SubjectId> known = new HashMap<>();
        List<Evaluate> questions = batch.questions().stream()
                .map(question -> message(
                        question, known.computeIfAbsent(question.subject(), subjects::resolve), provenance(caller)))
                .toList();
        List<Recorded> recorded = gateway.ask(
                new EvaluateAll(questions, batch.semantic(), provenance(caller)),
                ResponseTypes.multipleInstancesOf(Recorded.class),
                caller);
        return batch.answered(recorded);
    }

    private EvaluationBody single(JsonNode body, Caller caller) {
        Question question = Question.of(body);
        Evaluate message = message(question, subjects.resolve(question.subject()), provenance(caller));
        Recorded recorded = gateway.ask(message, ResponseTypes.instanceOf(Recorded.class), caller);
        return EvaluationBody.of(question, recorded);
    }

    private static Evaluate message(Question question, SubjectId subject, Provenance provenance) {
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

    private static Provenance provenance(Caller caller) {
        SubjectId requester = SubjectId.user(caller.user().orElseThrow().value());
        return new Provenance(requester, caller.ip(), caller.userAgent(), caller.requestId(), caller.channel());
    }
}
