package org.mandate.http.access;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.mandate.access.NamedSubjects;
import org.mandate.authorization.SubjectId;
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
    private final SingleEvaluation single;

    AccessController(Gateway gateway, NamedSubjects subjects, SingleEvaluation single) {
        this.gateway = gateway;
        this.subjects = subjects;
        this.single = single;
    }

    /** What {@link EvaluationFilter} answers before anybody looks here; this describes it, and its path and methods. */
    @PostMapping(path = "/evaluation", produces = MediaType.APPLICATION_JSON_VALUE)
    EvaluationBody evaluate(HttpServletRequest request, Caller caller) throws IOException {
        return single.answer(AccessBody.of(request), caller);
    }

    @PostMapping(path = "/evaluations", produces = MediaType.APPLICATION_JSON_VALUE)
    EvaluationsAnswer evaluateAll(HttpServletRequest request, Caller caller) throws IOException {
        JsonNode body = AccessBody.of(request);
        Batch batch = Batch.of(body);
        if (batch.items().isEmpty()) {
            return single.answer(body, caller);
        }
        Map<SubjectId, SubjectId> known = new HashMap<>();
        List<Evaluate> questions = batch.questions().stream()
                .map(question -> SingleEvaluation.message(
                        question,
                        known.computeIfAbsent(question.subject(), subjects::resolve),
                        SingleEvaluation.provenance(caller)))
                .toList();
        List<Recorded> recorded = gateway.ask(
                new EvaluateAll(questions, batch.semantic(), SingleEvaluation.provenance(caller)),
                ResponseTypes.multipleInstancesOf(Recorded.class),
                caller);
        return batch.answered(recorded);
    }
}
