package org.mandate.http.audit;

import java.util.List;
import java.util.Optional;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.mandate.authorization.audit.DecisionPage;
import org.mandate.authorization.audit.FindDecision;
import org.mandate.authorization.audit.FindDecisions;
import org.mandate.authorization.journal.JournalEntry;
import org.mandate.enforcement.Caller;
import org.mandate.enforcement.Gateway;
import org.mandate.http.problem.Problem;
import org.mandate.http.problem.ProblemKind;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The decision log: searched newest first, or one record by its id. */
@RestController
@RequestMapping("/audit/decisions")
class AuditController {

    private final Gateway gateway;

    AuditController(Gateway gateway) {
        this.gateway = gateway;
    }

    @GetMapping
    RecordPage list(
            @ModelAttribute RecordFilters filters,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam Optional<String> cursor,
            Caller caller) {
        DecisionPage page = gateway.ask(
                new FindDecisions(filters.filters(), limit, cursor),
                ResponseTypes.instanceOf(DecisionPage.class),
                caller);
        return new RecordPage(page.items().stream().map(RecordBody::new).toList(), page.next(), page.prev());
    }

    @GetMapping("/{id}")
    RecordBody read(@PathVariable String id, Caller caller) {
        return gateway.ask(new FindDecision(id), ResponseTypes.optionalInstanceOf(JournalEntry.class), caller)
                .map(RecordBody::new)
                .orElseThrow(() -> Problem.of(ProblemKind.NOT_FOUND, "there is no record of this id")
                        .found());
    }

    /** Newest first; {@code next} leads to older records, {@code prev} to newer ones. */
    record RecordPage(List<RecordBody> items, Optional<String> next, Optional<String> prev) {}
}
