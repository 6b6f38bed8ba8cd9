package org.mandate.proposal;

import java.util.List;
import org.mandate.authorization.catalogue.Catalogue;
import org.mandate.authorization.catalogue.CatalogueFault;

/**
 * One change as somebody proposes it: what a catalogue names is put into the system, or removed from it.
 * @param faults what is wrong with the form of the catalogue
 */
public record ProposedChange(boolean removes, Catalogue catalogue, List<CatalogueFault> faults) {

    public ProposedChange {
        faults = List.copyOf(faults);
    }
}
