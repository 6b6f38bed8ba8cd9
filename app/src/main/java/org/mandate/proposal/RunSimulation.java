package org.mandate.proposal;

import java.util.List;
import java.util.Optional;
import org.mandate.authorization.history.When;
import org.mandate.authorization.simulation.Sample;

/**
 * Try changes on recorded decisions; answers the id of the simulation. Faulty changes are refused with
 * {@link org.mandate.authorization.catalogue.CatalogueRefused}.
 * @param asOf the moment of the past at which the changes are made
 */
public record RunSimulation(List<ProposedChange> changes, Sample sample, Optional<When> asOf) {

    public RunSimulation {
        changes = List.copyOf(changes);
    }

    @Override
    public String toString() {
        return "RunSimulation[changes=" + changes.size() + "]";
    }
}
