package org.mandate.enrolment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.mandate.authorization.assignment.AssignmentIds;
import org.mandate.authorization.catalogue.CatalogueFindings;
import org.mandate.authorization.catalogue.CatalogueMessages;
import org.mandate.authorization.catalogue.CataloguePlan;
import org.mandate.authorization.facts.AccessRules;
import org.mandate.authorization.facts.AccessState;
import org.mandate.authorization.facts.FactsStatus;
import org.mandate.authorization.point.DecisionPoint.FactsNotReady;
import org.mandate.identity.MessageOrigin;
import org.mandate.identity.user.UserImport;
import org.mandate.store.HistoryTail;
import org.springframework.stereotype.Component;

/**
 * Imports a catalogue in one transaction. The head of the history is locked before anything is compared, so what is planned
 * is still true when it is written.
 */
@Component
class CatalogueImport {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HistoryTail history;
    private final FactsStatus facts;
    private final AccessState state;
    private final UserImport users;
    private final AssignmentIds ids;
    private final EventStore store;
    private final Clock clock;
    private final AccessRules rules;

    CatalogueImport(
            HistoryTail history,
            FactsStatus facts,
            AccessState state,
            UserImport users,
            AssignmentIds ids,
            EventStore store,
            Clock clock,
            AccessRules rules) {
        this.history = history;
        this.facts = facts;
        this.state = state;
        this.users = users;
        this.ids = ids;
        this.store = store;
        this.clock = clock;
        this.rules = rules;
    }

    @CommandHandler
    ImportResult decide(ImportCatalogue command, CommandMessage<?> message) {
        long head = history.lock();
        if (!facts.await(head, PATIENCE)) {
            throw new FactsNotReady("the facts did not reach position " + head + " in time");
        }
        String actor = (String) message.getMetaData().getOrDefault(MessageOrigin.ACTOR, MessageOrigin.SYSTEM);
        var findings = new CatalogueFindings(command.faults());
        var subjects = CatalogueSubjects.of(command.catalogue().subjects(), users, findings);
        var plan = CataloguePlan.of(
                command.catalogue(), subjects.identities(), state, new CataloguePlan.Import(actor, ids), findings);
        findings.refuse();
        if (command.dryRun()) {
            rules.check(staged(plan, subjects), head);
        } else {
            write(plan, subjects, message);
        }
        return new ImportResult(
                plan.permissions(),
                plan.roles(),
                subjects.tally(plan, state),
                plan.assignments(),
                plan.entities(),
                plan.policies(),
                plan.constraints());
    }

    /** What a dry run would append, as far as rules ask about it. */
    private List<AccessRules.Staged> staged(CataloguePlan plan, CatalogueSubjects subjects) {
        Instant now = clock.instant();
        return Stream.of(plan.modelEvents(), subjects.newcomers(), plan.grants())
                .flatMap(List::stream)
                .map(event -> new AccessRules.Staged(event, now))
                .toList();
    }

    private void write(CataloguePlan plan, CatalogueSubjects subjects, CommandMessage<?> message) {
        var batches = new Batches(store, message, clock);
        batches.publish("events of the model", plan.modelEvents(), this::numbered);
        batches.publish("users", subjects.plan().users(), some -> users.stage(new UserImport.Plan(some, List.of())));
        batches.publish("entities", plan.described(), this::numbered);
        batches.publish("assignments", plan.grants(), this::numbered);
    }

    private List<? extends EventMessage<?>> numbered(List<?> events) {
        return CatalogueMessages.of(events, history::lastSequences);
    }
}
