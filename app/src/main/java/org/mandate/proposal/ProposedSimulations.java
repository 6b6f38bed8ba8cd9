package org.mandate.proposal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.queryhandling.QueryHandler;
import org.mandate.authorization.assignment.AssignmentIds;
import org.mandate.authorization.catalogue.Catalogue;
import org.mandate.authorization.catalogue.CatalogueFault;
import org.mandate.authorization.catalogue.CatalogueFindings;
import org.mandate.authorization.catalogue.CataloguePlan;
import org.mandate.authorization.catalogue.CatalogueRefused;
import org.mandate.authorization.facts.AccessState;
import org.mandate.authorization.history.Moment;
import org.mandate.authorization.history.Moments;
import org.mandate.authorization.simulation.Manner;
import org.mandate.authorization.simulation.Proposal;
import org.mandate.authorization.simulation.ProposedAnswer;
import org.mandate.authorization.simulation.ProposedAnswers;
import org.mandate.authorization.simulation.Simulations;
import org.mandate.authorization.simulation.Standpoint;
import org.mandate.identity.MessageOrigin;
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
        Optional<Moment> asOf = command.asked().asOf().map(when -> moments.of("asOf", when));
        return simulations.start(proposals(command.changes(), asOf, actor), command.asked(), asOf, actor);
    }

    @QueryHandler
    ProposedAnswer handle(EvaluateProposed query, MetaData origin) {
        String actor = actor(origin);
        return answers.of(
                proposals(query.changes(), Optional.empty(), actor),
                actor,
                query.question().request());
    }

    private static String actor(MetaData origin) {
        return (String) origin.getOrDefault(MessageOrigin.ACTOR, MessageOrigin.SYSTEM);
    }

    /** Each change is checked against what the ones before it leave of what stands, now or at the moment that is asked for. */
    private List<Proposal> proposals(List<ProposedChange> changes, Optional<Moment> asOf, String actor) {
        List<CatalogueFault> faults = new ArrayList<>();
        List<Proposal> proposals = new ArrayList<>();
        if (changes.isEmpty() || changes.size() > MOST_CHANGES) {
            faults.add(new CatalogueFault("changes", "must be 1 to " + MOST_CHANGES + " changes"));
        }
        Standpoint here = simulations.standpoint(asOf, actor);
        ProposedSubjects subjects = new ProposedSubjects(users, state, here);
        for (int i = 0; i < changes.size(); i++) {
            ProposedChange change = changes.get(i);
            CatalogueFindings findings = new CatalogueFindings(change.faults());
            // What a change that cannot be made would leave is not known, so what follows it has only its form checked.
            if (faults.isEmpty()) {
                boolean standing = i == 0 && asOf.isEmpty();
                Proposal proposal =
                        new Proposal(change.manner(), change.catalogue(), subjects.of(change, standing, findings));
                check(proposal, here, actor, findings);
                proposals.add(proposal);
            }
            String path = "changes[" + i + "]." + change.manner().label();
            for (CatalogueFault fault : findings.faults()) {
                String field = fault.field().isEmpty() ? path : path + "." + fault.field();
                faults.add(new CatalogueFault(field, fault.message()));
            }
            if (faults.isEmpty()) {
                here.make(proposals.get(i));
            }
        }
        if (!faults.isEmpty()) {
            throw new CatalogueRefused(faults);
        }
        return proposals;
    }

    private void check(Proposal proposal, Standpoint here, String actor, CatalogueFindings findings) {
        if (proposal.manner() == Manner.REMOVE) {
            here.findUnheard(proposal, findings);
            return;
        }
        Catalogue named = proposal.catalogue();
        Catalogue wanted = proposal.manner() == Manner.ADD ? Widening.of(named, here.model(), findings) : named;
        CataloguePlan.of(wanted, proposal.subjects(), here.model(), new CataloguePlan.Import(actor, ids), findings);
    }
}
