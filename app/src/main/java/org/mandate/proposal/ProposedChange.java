package org.mandate.proposal;

import java.util.List;
import org.mandate.authorization.catalogue.Catalogue;
import org.mandate.authorization.catalogue.CatalogueFault;
import org.mandate.authorization.simulation.Manner;

/**
 * One change as somebody proposes it: what a catalogue names is put into the system, added to what stands, or removed.
 * @param faults what is wrong with the form of the catalogue
 */
public record ProposedChange(Manner manner, Catalogue catalogue, List<CatalogueFault> faults) {

    public ProposedChange {
        faults = List.copyOf(faults);
    }

    boolean removes() {
        return manner == Manner.REMOVE;
    }
}
