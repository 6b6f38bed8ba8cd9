package org.mandate.authorization.audit;

import java.util.List;

/** What records are counted by. */
public enum StatisticsBy {
    DECISION,
    ACTION,
    SUBJECT,
    REASON;

    private static final List<String> ALLOWED = List.of(Terms.label(true));
    private static final List<String> DENIED = List.of(Terms.label(false));

    /** The keys that the facets alone tell. */
    List<String> keys(int facets) {
        return switch (this) {
            case DECISION -> Facets.allowed(facets) ? ALLOWED : DENIED;
            case REASON -> Facets.kinds(facets);
            case ACTION, SUBJECT -> throw new IllegalStateException("the facets do not tell the " + this);
        };
    }
}
