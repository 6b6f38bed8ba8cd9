package org.mandate.proposal;

import java.util.ArrayList;
import java.util.List;
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
import org.mandate.authorization.history.Moments;
import org.mandate.authorization.simulation.Manner;
import org.mandate.authorization.simulation.Proposal;
import org.mandate.authorization.simulation.ProposedAnswer;
import org.mandate.authorization.simulation.ProposedAnswers;
import org.mandate.authorization.simulation.Simulations;
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
        List<Proposal> proposals =
                proposals(command.changes(), command.asked().asOf().isEmpty(), actor);
        return simulations.start(
                proposals, command.asked(), command.asked().asOf().map(when -> moments.of("asOf", when)), actor);
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
        ProposedSubjects subjects = new ProposedSubjects(users, state);
        for (int i = 0; i < changes.size(); i++) {
            ProposedChange change = changes.get(i);
            String path = "changes[" + i + "]." + change.manner().label();
            CatalogueFindings findings = new CatalogueFindings(change.faults());
            // What a later change refers to may come of an earlier one, and in the past other things stood.
            boolean standing = i == 0 && now;
            Proposal proposal =
                    new Proposal(change.manner(), change.catalogue(), subjects.of(change, standing, findings));
            if (!change.removes() && standing) {
                check(change, proposal, actor, findings);
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

    private void check(ProposedChange change, Proposal proposal, String actor, CatalogueFindings findings) {
        Catalogue wanted =
                change.manner() == Manner.ADD ? Widening.of(change.catalogue(), state, findings) : change.catalogue();
        CataloguePlan.of(wanted, proposal.subjects(), state, new CataloguePlan.Import(actor, ids), findings);
    }
}
