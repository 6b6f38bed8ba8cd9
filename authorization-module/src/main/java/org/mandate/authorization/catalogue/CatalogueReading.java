package org.mandate.authorization.catalogue;

import java.util.List;

/**
 * A catalogue as it was read to its end, and what is wrong with its form. Blanks stand for what is wrong, so that the rest
 * can be examined; where there are faults, it cannot be imported.
 */
public record CatalogueReading(Catalogue catalogue, List<CatalogueFault> faults) {

    public CatalogueReading {
        faults = List.copyOf(faults);
    }
}
