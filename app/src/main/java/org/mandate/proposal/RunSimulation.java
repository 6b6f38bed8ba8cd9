package org.mandate.proposal;

import java.util.List;
import org.mandate.authorization.simulation.AskedFor;

/**
 * Try changes on recorded decisions; answers the id of the simulation. Faulty changes are refused with
 * {@link org.mandate.authorization.catalogue.CatalogueRefused}.
 * @param asked the words that the changes were read from, the decisions to try them on, and when they are made
 */
public record RunSimulation(List<ProposedChange> changes, AskedFor asked) {

    public RunSimulation {
        changes = List.copyOf(changes);
    }

    @Override
    public String toString() {
        return "RunSimulation[changes=" + changes.size() + "]";
    }
}
