package org.mandate.http.history;

import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.mandate.access.NamedSubjects;
import org.mandate.authorization.change.Flips;
import org.mandate.authorization.history.EvaluatePast;
import org.mandate.authorization.history.PastDecisions;
import org.mandate.enforcement.Caller;
import org.mandate.enforcement.Gateway;
import org.mandate.http.answer.Answer;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What would have been decided at a moment, and when the answer turned. */
@RestController
@RequestMapping("/history")
class PastQuestionsController {

    private final Gateway gateway;
    private final NamedSubjects subjects;

    PastQuestionsController(Gateway gateway, NamedSubjects subjects) {
        this.gateway = gateway;
        this.subjects = subjects;
    }

    @PostMapping("/evaluations")
    ResponseEntity<PastEvaluationBody> evaluate(@RequestBody PastEvaluationRequest body, Caller caller) {
        var query = new EvaluatePast(body.when(), body.questions(subjects::resolve));
        PastDecisions answer = gateway.ask(query, ResponseTypes.instanceOf(PastDecisions.class), caller);
        return Answer.at(answer.place().position()).body(PastEvaluationBody.of(answer, body.isBatch()));
    }

    @PostMapping("/flips")
    ResponseEntity<FlipsBody> flips(@RequestBody FlipsRequest body, Caller caller) {
        Flips flips = gateway.ask(body.query(subjects::resolve), ResponseTypes.instanceOf(Flips.class), caller);
        return Answer.at(flips.to().position()).body(FlipsBody.of(flips));
    }
}
