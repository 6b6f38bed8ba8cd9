package org.mandate.authorization.audit;

/** All records that match, oldest first; answers {@link DecisionExport}, which reads them as they are taken. */
public record ExportDecisions(DecisionFilters filters) {}
