package org.mandate.console.changes;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.mandate.access.NamedSubjects;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.change.Consequences;
import org.mandate.authorization.change.FindConsequences;
import org.mandate.authorization.change.FindHistory;
import org.mandate.authorization.change.HistoryFilter;
import org.mandate.authorization.change.HistoryPage;
import org.mandate.authorization.history.When;
import org.mandate.authorization.reach.Reach;
import org.mandate.console.Attempt;
import org.mandate.console.Fields;
import org.mandate.console.FormFaults;
import org.mandate.console.KnownNames;
import org.mandate.console.Link;
import org.mandate.console.Reached;
import org.mandate.enforcement.Caller;
import org.mandate.enforcement.Gateway;
import org.mandate.http.problem.Problem;
import org.mandate.http.problem.ProblemKind;
import org.mandate.oversight.Names;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The administrative history, newest first, and one change with what it did to people. */
@Controller
@RequestMapping(ChangesController.LIST)
class ChangesController {

    static final String LIST = "/console/changes";

    private static final String[] FILTERS = {"subject", "policy", "role", "by", "type", "from", "to"};
    private static final int PAGE = 50;
    private static final int LISTED = 100;

    private final Gateway gateway;
    private final KnownNames known;
    private final NamedSubjects subjects;
    private final UnknownNames unknown;

    ChangesController(Gateway gateway, KnownNames known, NamedSubjects subjects, UnknownNames unknown) {
        this.unknown = unknown;
        this.gateway = gateway;
        this.known = known;
        this.subjects = subjects;
    }

    @GetMapping
    String list(
            @RequestParam MultiValueMap<String, String> sent,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Fields form = new Fields(sent);
        FormFaults faults = Attempt.at(() -> find(form, caller, model), request, response);
        model.addAttribute("form", form);
        model.addAttribute("faults", faults);
        model.addAttribute("types", EventTypes.ALL);
        model.addAttribute(
                "filtered",
                Stream.of(FILTERS).anyMatch(name -> form.optional(name).isPresent()));
        return "console/changes/changes";
    }

    private void find(Fields form, Caller caller, Model model) {
        FindHistory query = new FindHistory(filter(form), true, PAGE, place(form));
        HistoryPage page = gateway.ask(query, ResponseTypes.instanceOf(HistoryPage.class), caller);
        Names names = known.of(page.items().stream().flatMap(EventRow::users).toList(), caller);
        model.addAttribute("unknown", page.items().isEmpty() ? unknown.of(form, caller) : "");
        model.addAttribute(
                "rows",
                page.items().stream().map(told -> EventRow.of(told, names)).toList());
        Link first = Link.to(LIST);
        Stream.of(FILTERS).forEach(name -> first.with(name, form.optional(name)));
        model.addAttribute("newer", form.optional("after").isPresent() ? first.toString() : "");
        model.addAttribute("older", first.further("after", page.next().map(String::valueOf)));
    }

    private HistoryFilter filter(Fields form) {
        return new HistoryFilter(
                form.instant("from").map(When::instant),
                form.instant("to").map(When::instant),
                form.optional("type"),
                form.optional("subject").map(this::subject),
                form.optional("policy"),
                form.optional("role"),
                form.optional("by").map(text -> subject(text).id()));
    }

    private SubjectId subject(String written) {
        return subjects.resolve(SubjectId.user(written));
    }

    private static Optional<Long> place(Fields form) {
        return form.optional("after")
                .map(text -> position(text)
                        .orElseThrow(() -> Problem.invalid("after", "must be a position of the history, like `1234`")
                                .found()));
    }

    private static Optional<Long> position(String text) {
        return text.matches("[0-9]{1,18}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }

    @GetMapping("/{position}")
    String page(@PathVariable String position, Caller caller, Model model) {
        Consequences found = position(position)
                .flatMap(place -> gateway.ask(
                        new FindConsequences(place), ResponseTypes.optionalInstanceOf(Consequences.class), caller))
                .orElseThrow(
                        () -> Problem.of(ProblemKind.NOT_FOUND, "there is no change at position `" + position + "`")
                                .found());
        Reach reach = found.reach();
        List<String> users = Stream.concat(EventRow.users(found.change()), Reached.users(reach, LISTED))
                .toList();
        Names names = known.of(users, caller);
        model.addAttribute("row", EventRow.of(found.change(), names));
        model.addAttribute("found", found);
        model.addAttribute("gain", Reached.first(reach.gain(), LISTED, names));
        model.addAttribute("lose", Reached.first(reach.lose(), LISTED, names));
        return "console/changes/change";
    }
}
