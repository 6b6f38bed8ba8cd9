package org.mandate.enforcement;

import static org.mandate.authorization.decision.Requirement.permission;
import static org.mandate.authorization.decision.Requirement.scope;
import static org.mandate.enforcement.RowBuilder.on;

import java.util.List;
import org.mandate.authorization.decision.Requirement;
import org.mandate.authorization.reproduction.CancelReproduction;
import org.mandate.authorization.reproduction.DecideAgain;
import org.mandate.authorization.reproduction.DecideAllAgain;
import org.mandate.authorization.reproduction.DecideNow;
import org.mandate.authorization.reproduction.FindReproduction;
import org.mandate.authorization.simulation.CancelSimulation;
import org.mandate.authorization.simulation.FindSimulation;
import org.mandate.authorization.simulation.FindSimulations;
import org.mandate.authorization.usage.FindUnusedGrants;
import org.mandate.identity.token.Scopes;
import org.mandate.proposal.EvaluateProposed;
import org.mandate.proposal.RunSimulation;

/** The lines of the table for deciding again and for trying changes before they are made. */
final class ProposalRows {

    private static final Requirement AUDITOR = Requirement.allOf(scope(Scopes.ADMIN), permission("audit:read"));
    private static final Requirement HISTORIAN = Requirement.allOf(scope(Scopes.ADMIN), permission("history:read"));

    private static final String OWN = "only what one began oneself, unless one is an administrator";

    private ProposalRows() {}

    static List<RowBuilder<?>> all() {
        return List.of(
                on(DecideAgain.class)
                        .does("verify", "decisions", DecideAgain::id)
                        .needs(AUDITOR),
                on(DecideNow.class)
                        .does("evaluate", "decisions", DecideNow::id)
                        .needs(scope(Scopes.ADMIN), permission("audit:read"), permission("history:read")),
                on(DecideAllAgain.class).does("verify", "decisions").needs(AUDITOR),
                on(FindReproduction.class)
                        .does("read", "verifications", FindReproduction::id)
                        .needs(AUDITOR),
                on(CancelReproduction.class)
                        .does("cancel", "verifications", CancelReproduction::id)
                        .needs(AUDITOR),
                on(RunSimulation.class).does("simulate", "access").needs(HISTORIAN),
                on(EvaluateProposed.class).does("simulate", "access").needs(HISTORIAN),
                on(FindSimulation.class)
                        .does("read", "simulations", FindSimulation::id)
                        .needs(HISTORIAN)
                        .narrowed(OWN, (m, situation) -> new FindSimulation(m.id(), Conditions.begunBy(situation))),
                on(FindSimulations.class)
                        .does("read", "simulations")
                        .needs(HISTORIAN)
                        .narrowed(OWN, (m, situation) -> new FindSimulations(Conditions.begunBy(situation))),
                on(CancelSimulation.class)
                        .does("cancel", "simulations", CancelSimulation::id)
                        .needs(HISTORIAN)
                        .narrowed(OWN, (m, situation) -> new CancelSimulation(m.id(), Conditions.begunBy(situation))),
                on(FindUnusedGrants.class).does("read", "unused-grants").needs(HISTORIAN));
    }
}
