package org.mandate.proposal;

import java.util.List;
import org.mandate.authorization.history.EvaluatePast.Asked;

/**
 * How a question would be answered if changes were made that are not; answers
 * {@link org.mandate.authorization.simulation.ProposedAnswer}. Faulty changes are refused with
 * {@link org.mandate.authorization.catalogue.CatalogueRefused}.
 */
public record EvaluateProposed(List<ProposedChange> changes, Asked question) {

    public EvaluateProposed {
        changes = List.copyOf(changes);
    }

    @Override
    public String toString() {
        return "EvaluateProposed[changes=" + changes.size() + "]";
    }
}
