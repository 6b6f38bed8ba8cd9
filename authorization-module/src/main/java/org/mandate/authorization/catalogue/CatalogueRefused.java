package org.mandate.authorization.catalogue;

import java.util.List;

/** The catalogue is faulty, and nothing of it was imported. Carries all the faults that were found. */
public class CatalogueRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<CatalogueFault> faults;

    public CatalogueRefused(List<CatalogueFault> faults) {
        super("the catalogue has " + faults.size() + (faults.size() == 1 ? " fault" : " faults"));
        this.faults = List.copyOf(faults);
    }

    public List<CatalogueFault> faults() {
        return faults;
    }
}
