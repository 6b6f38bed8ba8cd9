package org.mandate.console.policies;

import java.util.List;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.mandate.authorization.catalogue.CatalogueRefused;
import org.mandate.authorization.decision.Decision;
import org.mandate.authorization.simulation.ProposedAnswer;
import org.mandate.console.Fields;
import org.mandate.console.Questions;
import org.mandate.console.RecordRow.Because;
import org.mandate.console.Sentence;
import org.mandate.console.TreeNode;
import org.mandate.enforcement.Caller;
import org.mandate.enforcement.Gateway;
import org.mandate.http.simulation.SimulationDocument;
import org.mandate.proposal.EvaluateProposed;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Answers a question as if the policy in the form were in force. Nothing is saved by it. */
@Component
class PolicyTrial {

    /** What the names of the fields of the question begin with. */
    static final String PREFIX = "try-";

    /** What faults of the policy are named by, as the only change that is proposed. */
    static final String PLACE = "changes[0].put.policies[0].";

    private final Gateway gateway;
    private final Questions questions;

    PolicyTrial(Gateway gateway, Questions questions) {
        this.gateway = gateway;
        this.questions = questions;
    }

    /** An answer with its reasons, and all that was looked at. */
    record Tried(
            boolean allowed, String sentence, List<Because> reasons, List<TreeNode> tree, List<String> wouldAllow) {

        static Tried of(Decision decision) {
            return decision.explanation()
                    .map(explanation -> new Tried(
                            decision.allowed(),
                            Sentence.of(explanation.sentence()),
                            because(decision),
                            List.of(TreeNode.of(explanation.tree())),
                            explanation.wouldAllow().stream().map(Sentence::of).toList()))
                    .orElseGet(() -> new Tried(decision.allowed(), "", because(decision), List.of(), List.of()));
        }

        private static List<Because> because(Decision decision) {
            return decision.reasons().stream().map(Because::of).toList();
        }
    }

    void show(String id, Fields form, Caller caller, Model model) {
        EvaluateProposed query = new EvaluateProposed(
                SimulationDocument.proposed(PolicyForm.proposal(id, form)), questions.of(form, PREFIX));
        try {
            ProposedAnswer answer = gateway.ask(query, ResponseTypes.instanceOf(ProposedAnswer.class), caller);
            model.addAttribute("would", Tried.of(answer.would()));
            model.addAttribute("now", Tried.of(answer.now()));
        } catch (CatalogueRefused refused) {
            throw SimulationDocument.refused(refused);
        }
    }
}
