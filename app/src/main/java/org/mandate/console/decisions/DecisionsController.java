package org.mandate.console.decisions;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.mandate.access.NamedSubjects;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.audit.DecisionFilters;
import org.mandate.authorization.audit.DecisionPage;
import org.mandate.authorization.audit.FindDecision;
import org.mandate.authorization.audit.FindDecisions;
import org.mandate.authorization.journal.DecisionRecord;
import org.mandate.authorization.journal.JournalEntry;
import org.mandate.authorization.journal.LostDecisions;
import org.mandate.console.Attempt;
import org.mandate.console.Fields;
import org.mandate.console.FormFaults;
import org.mandate.console.Histogram;
import org.mandate.console.KnownNames;
import org.mandate.enforcement.Caller;
import org.mandate.enforcement.Gateway;
import org.mandate.http.problem.Problem;
import org.mandate.http.problem.ProblemKind;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The search for recorded decisions, and one of them whole. */
@Controller
@RequestMapping("/console/decisions")
class DecisionsController {

    private static final String LIST = "/console/decisions";
    private static final int PAGE = 50;

    private final Gateway gateway;
    private final KnownNames known;
    private final NamedSubjects subjects;
    private final DecisionPast past;
    private final DecidedAgain again;
    private final DecisionProof proof;
    private final Histogram histogram;

    DecisionsController(
            Gateway gateway,
            KnownNames known,
            NamedSubjects subjects,
            DecisionPast past,
            DecidedAgain again,
            DecisionProof proof,
            Histogram histogram) {
        this.again = again;
        this.proof = proof;
        this.histogram = histogram;
        this.gateway = gateway;
        this.known = known;
        this.subjects = subjects;
        this.past = past;
    }

    @GetMapping
    String list(
            @RequestParam MultiValueMap<String, String> sent,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Fields fields = new Fields(sent);
        Filters filters = new Filters(fields);
        FormFaults faults = Attempt.at(() -> find(filters, caller, model), request, response);
        model.addAttribute("form", fields);
        model.addAttribute("given", filters.given());
        model.addAttribute("faults", faults);
        return "console/decisions/list";
    }

    private void find(Filters filters, Caller caller, Model model) {
        Optional<String> cursor = filters.fields().optional("cursor");
        UnaryOperator<String> ids =
                text -> subjects.resolve(SubjectId.user(text)).id();
        DecisionFilters asked = filters.asked(ids);
        FindDecisions query = new FindDecisions(asked, PAGE, cursor);
        DecisionPage page = gateway.ask(query, ResponseTypes.instanceOf(DecisionPage.class), caller);
        model.addAttribute("rows", known.rows(page.decisions(), caller));
        model.addAttribute("gaps", gaps(page));
        model.addAttribute(
                "newest",
                page.items().stream().findFirst().map(JournalEntry::sequence).orElse(0L));
        model.addAttribute("mayFollow", cursor.isEmpty());
        model.addAttribute("older", filters.link(LIST).further("cursor", page.next()));
        model.addAttribute("newer", cursor.isEmpty() ? "" : filters.link(LIST).further("cursor", page.prev()));
        model.addAttribute(
                "csv",
                filters.api(LIST + "/export", ids)
                        .with("format", Optional.of("csv"))
                        .toString());
        model.addAttribute(
                "lines",
                filters.api(LIST + "/export", ids)
                        .with("format", Optional.of("ndjson"))
                        .toString());
        model.addAttribute("stream", filters.api(LIST + "/stream", ids).toString());
        histogram.show(asked, caller, model);
    }

    private static List<LostDecisions> gaps(DecisionPage page) {
        return page.items().stream()
                .filter(LostDecisions.class::isInstance)
                .map(LostDecisions.class::cast)
                .toList();
    }

    @GetMapping("/{id}")
    String page(
            @PathVariable String id,
            @RequestParam(name = "again") Optional<String> decided,
            @RequestParam(name = "proof") Optional<String> proved,
            Caller caller,
            Model model) {
        DecisionRecord made = gateway.ask(
                        new FindDecision(id), ResponseTypes.optionalInstanceOf(JournalEntry.class), caller)
                .filter(DecisionRecord.class::isInstance)
                .map(DecisionRecord.class::cast)
                .orElseThrow(() -> Problem.of(ProblemKind.NOT_FOUND, "there is no decision of the id `" + id + "`")
                        .found());
        model.addAttribute("row", known.rows(List.of(made), caller).get(0));
        model.addAttribute("made", Whole.of(made));
        past.show(made, caller, model);
        if (decided.isPresent()) {
            again.show(made, caller, model);
        }
        if (proved.isPresent()) {
            proof.show(id, caller, model);
        }
        return "console/decisions/decision";
    }
}
