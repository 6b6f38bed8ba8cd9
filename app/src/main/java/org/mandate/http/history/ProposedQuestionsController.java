package org.mandate.http.history;

import java.util.List;
import java.util.Optional;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.mandate.access.NamedSubjects;
import org.mandate.authorization.catalogue.CatalogueRefused;
import org.mandate.authorization.history.PastDecisions;
import org.mandate.authorization.history.PastPlace;
import org.mandate.authorization.simulation.ProposedAnswer;
import org.mandate.enforcement.Caller;
import org.mandate.enforcement.Gateway;
import org.mandate.http.answer.Answer;
import org.mandate.http.history.PastEvaluationBody.PastDecisionBody;
import org.mandate.http.history.PastEvaluationRequest.AskedItem;
import org.mandate.http.simulation.SimulationDocument;
import org.mandate.proposal.EvaluateProposed;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** How a single question would be answered if proposed changes were made. Nothing is changed by asking. */
@RestController
class ProposedQuestionsController {

    private final Gateway gateway;
    private final NamedSubjects subjects;

    ProposedQuestionsController(Gateway gateway, NamedSubjects subjects) {
        this.gateway = gateway;
        this.subjects = subjects;
    }

    /** The changes are those of a simulation, the question is one of the decision point. */
    record ProposedQuestion(
            JsonNode changes,
            Optional<Asking.Entity> subject,
            Optional<Asking.Verb> action,
            Optional<Asking.Entity> resource,
            Optional<JsonNode> context) {}

    /** The answer as things stand, and as it would be. */
    record ProposedAnswerBody(PastDecisionBody now, PastDecisionBody would) {

        static ProposedAnswerBody of(ProposedAnswer answer) {
            PastDecisions both = new PastDecisions(
                    new PastPlace(answer.position(), answer.at()), List.of(answer.now(), answer.would()));
            return new ProposedAnswerBody(
                    PastDecisionBody.of(answer.now(), both), PastDecisionBody.of(answer.would(), both));
        }
    }

    @PostMapping("/simulations/evaluations")
    ResponseEntity<ProposedAnswerBody> evaluate(@RequestBody ProposedQuestion body, Caller caller) {
        AskedItem question = new AskedItem(body.subject(), body.action(), body.resource(), body.context());
        EvaluateProposed query = new EvaluateProposed(
                SimulationDocument.proposed(body.changes()),
                PastEvaluationRequest.question(question, subjects::resolve, ""));
        try {
            ProposedAnswer answer = gateway.ask(query, ResponseTypes.instanceOf(ProposedAnswer.class), caller);
            return Answer.at(answer.position()).body(ProposedAnswerBody.of(answer));
        } catch (CatalogueRefused refused) {
            throw SimulationDocument.refused(refused);
        }
    }
}
