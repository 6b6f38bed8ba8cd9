package org.mandate.console.ask;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.mandate.authorization.change.FindFlips;
import org.mandate.authorization.change.FindHistory;
import org.mandate.authorization.change.Flips;
import org.mandate.authorization.change.HistoryFilter;
import org.mandate.authorization.change.HistoryPage;
import org.mandate.authorization.decision.Decision;
import org.mandate.authorization.decision.Explanation;
import org.mandate.authorization.history.EvaluatePast;
import org.mandate.authorization.history.EvaluatePast.Asked;
import org.mandate.authorization.history.PastDecisions;
import org.mandate.authorization.history.When;
import org.mandate.console.Attempt;
import org.mandate.console.Fields;
import org.mandate.console.FormFaults;
import org.mandate.console.Link;
import org.mandate.console.Questions;
import org.mandate.console.RecordRow.Because;
import org.mandate.console.Sentence;
import org.mandate.console.TreeNode;
import org.mandate.enforcement.Caller;
import org.mandate.enforcement.Gateway;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A question and its answer: decided as of any moment, with the whole tree of reasons. The question stands in the link. */
@Controller
class AskController {

    private static final int TURNS = 100;
    private static final List<String> FIELDS =
            List.of("subject", "action", "resourceType", "resource", "subjectType", "context", "properties");

    private final Gateway gateway;
    private final Questions questions;

    AskController(Gateway gateway, Questions questions) {
        this.gateway = gateway;
        this.questions = questions;
    }

    @GetMapping("/console/ask")
    String page(
            @RequestParam MultiValueMap<String, String> sent,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Fields form = new Fields(sent);
        FormFaults faults = FormFaults.NONE;
        if (form.optional("subject").isPresent()) {
            faults = Attempt.at(() -> answer(form, caller, model), request, response);
        } else {
            FindHistory entrance = new FindHistory(HistoryFilter.all(), true, 1, Optional.empty());
            gateway.ask(entrance, ResponseTypes.instanceOf(HistoryPage.class), caller);
        }
        model.addAllAttributes(Map.of("form", form, "faults", faults));
        return "console/ask/ask";
    }

    private void answer(Fields form, Caller caller, Model model) {
        Asked question = questions.of(form, "");
        When at = form.moment("at").orElse(When.NOW);
        PastDecisions answers = gateway.ask(
                new EvaluatePast(at, List.of(question)), ResponseTypes.instanceOf(PastDecisions.class), caller);
        Decision decision = answers.decisions().get(0);
        model.addAttribute("allowed", decision.allowed());
        model.addAttribute("place", answers.place());
        model.addAttribute("asOf", asOf(form, answers.place().position()));
        model.addAttribute("reasons", reasons(decision));
        decision.explanation().ifPresent(explanation -> {
            model.addAttribute("sentence", Sentence.of(explanation.sentence()));
            model.addAttribute("tree", List.of(TreeNode.of(explanation.tree())));
            model.addAttribute(
                    "wouldAllow",
                    explanation.wouldAllow().stream().map(Sentence::of).toList());
        });
        Flips flips = gateway.ask(
                new FindFlips(question, Optional.empty(), When.NOW, TURNS, Optional.empty()),
                ResponseTypes.instanceOf(Flips.class),
                caller);
        model.addAttribute("initially", flips.initially());
        model.addAttribute("complete", flips.complete());
        model.addAttribute("turns", flips.items().stream().map(Turn::of).toList());
    }

    /** Those that the sentence does not say already. */
    private static List<Because> reasons(Decision decision) {
        String said = decision.explanation().map(Explanation::sentence).orElse("");
        return decision.reasons().stream()
                .filter(reason -> !said.contains(reason.detail()))
                .map(Because::of)
                .toList();
    }

    /** The same question, which has this answer for ever. */
    private static String asOf(Fields form, long position) {
        Link link = Link.to("/console/ask");
        FIELDS.forEach(name -> link.with(name, form.optional(name)));
        return link.with("at", Optional.of("position:" + position)).toString();
    }

    /** A moment at which the answer turned. */
    record Turn(Instant at, boolean allowed, String position, String what, String reason) {

        static Turn of(Flips.Flip flip) {
            return new Turn(
                    flip.at(),
                    flip.allowed(),
                    flip.position().map(n -> "position:" + n).orElse(""),
                    flip.what(),
                    flip.reason().orElse(""));
        }
    }
}
