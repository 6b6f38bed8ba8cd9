package org.mandate.enrolment;

import org.mandate.authorization.catalogue.Catalogue;

/**
 * Bring all that the catalogue names into the system, or nothing of it. Answers {@link ImportResult}; a faulty catalogue is
 * refused with {@link org.mandate.authorization.catalogue.CatalogueRefused}.
 * @param dryRun find out what it would come to, and write nothing
 */
public record ImportCatalogue(Catalogue catalogue, boolean dryRun) {

    @Override
    public String toString() {
        return "ImportCatalogue[dryRun=" + dryRun + "]";
    }
}
