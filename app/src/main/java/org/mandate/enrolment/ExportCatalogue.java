package org.mandate.enrolment;

/**
 * The catalogue that gives the same answers once it is imported into an empty system; answers
 * {@link org.mandate.authorization.catalogue.Catalogue}.
 */
public record ExportCatalogue() {}
