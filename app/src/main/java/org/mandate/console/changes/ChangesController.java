package org.mandate.console.changes;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.change.FindHistory;
import org.mandate.authorization.change.HistoryPage;
import org.mandate.authorization.change.HistoryPage.Told;
import org.mandate.authorization.history.When;
import org.mandate.console.Fields;
import org.mandate.console.KnownNames;
import org.mandate.console.Link;
import org.mandate.console.Subjects;
import org.mandate.enforcement.Caller;
import org.mandate.enforcement.Gateway;
import org.mandate.identity.MessageOrigin;
import org.mandate.oversight.Names;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The administrative history, by who, what and when. */
@Controller
class ChangesController {

    private static final String LIST = "/console/changes";
    private static final int PAGE = 50;

    private final Gateway gateway;
    private final KnownNames known;
    private final Subjects subjects;

    ChangesController(Gateway gateway, KnownNames known, Subjects subjects) {
        this.gateway = gateway;
        this.known = known;
        this.subjects = subjects;
    }

    /** An event of the history as a row of the list. */
    record Row(long position, Instant at, String type, String what, String by, String byName, String reason) {

        static Row of(Told told, Names names) {
            String by = told.by().equals(MessageOrigin.SYSTEM) ? "" : told.by();
            return new Row(
                    told.position(),
                    told.at(),
                    told.type(),
                    told.what(),
                    by,
                    names.of(by),
                    told.reason().orElse(""));
        }
    }

    @GetMapping(LIST)
    String list(@RequestParam MultiValueMap<String, String> sent, Caller caller, Model model) {
        Fields form = new Fields(sent);
        Optional<SubjectId> subject = form.optional("subject").map(text -> SubjectId.user(subjects.id(text, caller)));
        FindHistory query = new FindHistory(
                form.instant("from").map(When::instant),
                form.instant("to").map(When::instant),
                form.optional("type"),
                subject,
                PAGE,
                form.optional("after").map(Long::valueOf));
        HistoryPage page = gateway.ask(query, ResponseTypes.instanceOf(HistoryPage.class), caller);
        List<String> actors = page.items().stream()
                .map(Told::by)
                .filter(by -> !by.equals(MessageOrigin.SYSTEM))
                .distinct()
                .toList();
        Names names = known.of(actors, caller);
        List<Row> rows = new ArrayList<>();
        page.items().forEach(told -> rows.add(Row.of(told, names)));
        model.addAttribute("rows", rows);
        model.addAttribute("form", form);
        Link first = Link.to(LIST);
        Stream.of("subject", "type", "from", "to").forEach(name -> first.with(name, form.optional(name)));
        model.addAttribute("newer", form.optional("after").isPresent() ? first.toString() : "");
        model.addAttribute("older", first.further("after", page.next().map(String::valueOf)));
        return "console/changes/changes";
    }
}
