package org.mandate.proposal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.queryhandling.QueryHandler;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.assignment.AssignmentIds;
import org.mandate.authorization.catalogue.Catalogue.SubjectEntry;
import org.mandate.authorization.catalogue.CatalogueFault;
import org.mandate.authorization.catalogue.CatalogueFindings;
import org.mandate.authorization.catalogue.CataloguePlan;
import org.mandate.authorization.catalogue.CatalogueRefused;
import org.mandate.authorization.facts.AccessState;
import org.mandate.authorization.history.Moments;
import org.mandate.authorization.simulation.Proposal;
import org.mandate.authorization.simulation.ProposedAnswer;
import org.mandate.authorization.simulation.ProposedAnswers;
import org.mandate.authorization.simulation.Simulations;
import org.mandate.identity.MessageOrigin;
import org.mandate.identity.UserId;
import org.mandate.identity.user.UserImport;
import org.springframework.stereotype.Component;

/** Finds out whom proposed changes mean and whether they could be made, and has them simulated or asked about. */
@Component
class ProposedSimulations {

    private static final int MOST_CHANGES = 100;

    private final Simulations simulations;
    private final ProposedAnswers answers;
    private final UserImport users;
    private final AccessState state;
    private final AssignmentIds ids;
    private final Moments moments;

    ProposedSimulations(
            Simulations simulations,
            ProposedAnswers answers,
            UserImport users,
            AccessState state,
            AssignmentIds ids,
            Moments moments) {
        this.simulations = simulations;
        this.answers = answers;
        this.users = users;
        this.state = state;
        this.ids = ids;
        this.moments = moments;
    }

    @CommandHandler
    String decide(RunSimulation command, MetaData origin) {
        String actor = actor(origin);
        List<Proposal> proposals = proposals(command.changes(), command.asOf().isEmpty(), actor);
        return simulations.start(
                proposals, command.sample(), command.asOf().map(when -> moments.of("asOf", when)), actor);
    }

    @QueryHandler
    ProposedAnswer handle(EvaluateProposed query, MetaData origin) {
        String actor = actor(origin);
        return answers.of(
                proposals(query.changes(), true, actor), actor, query.question().request());
    }

    private static String actor(MetaData origin) {
        return (String) origin.getOrDefault(MessageOrigin.ACTOR, MessageOrigin.SYSTEM);
    }

    /** @param now whether they are laid over what stands now, which is then what they are checked against */
    private List<Proposal> proposals(List<ProposedChange> changes, boolean now, String actor) {
        List<CatalogueFault> faults = new ArrayList<>();
        List<Proposal> proposals = new ArrayList<>();
        if (changes.isEmpty() || changes.size() > MOST_CHANGES) {
            faults.add(new CatalogueFault("changes", "must be 1 to " + MOST_CHANGES + " changes"));
        }
        for (int i = 0; i < changes.size(); i++) {
            ProposedChange change = changes.get(i);
            String path = "changes[" + i + "]." + (change.removes() ? "remove" : "put");
            CatalogueFindings findings = new CatalogueFindings(change.faults());
            Proposal proposal = new Proposal(change.removes(), change.catalogue(), subjects(change, findings));
            // What a later change refers to may come of an earlier one, and in the past other things stood.
            if (!change.removes() && i == 0 && now) {
                CataloguePlan.of(
                        change.catalogue(), proposal.subjects(), state, new CataloguePlan.Import(actor, ids), findings);
            }
            for (CatalogueFault fault : findings.faults()) {
                String field = fault.field().isEmpty() ? path : path + "." + fault.field();
                faults.add(new CatalogueFault(field, fault.message()));
            }
            proposals.add(proposal);
        }
        if (!faults.isEmpty()) {
            throw new CatalogueRefused(faults);
        }
        return proposals;
    }

    private List<Optional<SubjectId>> subjects(ProposedChange change, CatalogueFindings findings) {
        List<SubjectEntry> entries = change.catalogue().subjects();
        Map<String, UserId> known = users.idsOf(entries.stream()
                .filter(entry -> entry.isUser() && entry.id().isEmpty())
                .flatMap(entry -> entry.username().stream())
                .toList());
        List<Optional<SubjectId>> subjects = new ArrayList<>(entries.size());
        for (int i = 0; i < entries.size(); i++) {
            SubjectEntry entry = entries.get(i);
            Optional<SubjectId> subject = entry.isUser()
                    ? user(entry, known, change.removes())
                    : entry.id().map(id -> new SubjectId(entry.type(), id));
            if (subject.isEmpty()) {
                findings.add("subjects[" + i + "]", "there is no such user");
            }
            subjects.add(subject);
        }
        return subjects;
    }

    /** An id is enough for a user who is known; one who is not comes into being with a username, as an import has it. */
    private Optional<SubjectId> user(SubjectEntry entry, Map<String, UserId> known, boolean removes) {
        if (entry.id().isPresent()) {
            SubjectId subject = SubjectId.user(entry.id().get());
            boolean exists = removes || entry.username().isPresent() || state.mayHoldRoles(subject);
            return exists ? Optional.of(subject) : Optional.empty();
        }
        Optional<SubjectId> found = entry.username()
                .flatMap(name -> Optional.ofNullable(known.get(name)))
                .map(user -> SubjectId.user(user.value()));
        boolean created = !removes && entry.username().isPresent();
        return created
                ? found.or(() -> Optional.of(SubjectId.user(UUID.randomUUID().toString())))
                : found;
    }
}
