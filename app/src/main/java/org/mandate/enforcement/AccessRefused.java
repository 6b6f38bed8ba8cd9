package org.mandate.enforcement;

import java.util.Optional;
import org.mandate.authorization.decision.Decision;

/** The enforcement point refused a message. A recorded outcome, carried as an exception over the bus only. */
public class AccessRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String decisionId;
    private final transient Decision decision;
    private final transient Optional<String> missingScope;
    private final boolean hidden;

    /**
     * Made by the enforcement point alone.
     * @param missingScope the scope that the token lacks, where that is why
     * @param hidden the caller may not even learn that the resource exists: answer 404
     */
    public AccessRefused(String decisionId, Decision decision, Optional<String> missingScope, boolean hidden) {
        super("refused by decision " + decisionId);
        this.decisionId = decisionId;
        this.decision = decision;
        this.missingScope = missingScope;
        this.hidden = hidden;
    }

    public String decisionId() {
        return decisionId;
    }

    public Decision decision() {
        return decision;
    }

    public Optional<String> missingScope() {
        return missingScope;
    }

    public boolean hidden() {
        return hidden;
    }
}
