package org.mandate.enrolment;

import java.util.List;
import org.mandate.authorization.catalogue.Catalogue;
import org.mandate.authorization.catalogue.CatalogueFault;

/**
 * Bring all that the catalogue names into the system, or nothing of it. Answers {@link ImportResult}; a faulty catalogue is
 * refused with {@link org.mandate.authorization.catalogue.CatalogueRefused}.
 * @param faults what is wrong with the form of the document that the catalogue was read from
 * @param dryRun find out what it would come to, and write nothing
 */
public record ImportCatalogue(Catalogue catalogue, List<CatalogueFault> faults, boolean dryRun) {

    public ImportCatalogue {
        faults = List.copyOf(faults);
    }

    /** Of a catalogue whose form is as it must be. */
    public ImportCatalogue(Catalogue catalogue, boolean dryRun) {
        this(catalogue, List.of(), dryRun);
    }

    @Override
    public String toString() {
        return "ImportCatalogue[dryRun=" + dryRun + "]";
    }
}
