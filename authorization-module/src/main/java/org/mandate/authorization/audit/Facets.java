package org.mandate.authorization.audit;

import java.util.List;
import java.util.stream.IntStream;
import org.mandate.authorization.decision.Reason;
import org.mandate.authorization.journal.DecisionRecord;

/** Outcome and kinds of reason of a record in one small number. */
final class Facets {

    /** Of a record that is no decision. */
    static final int NO_DECISION = 0;

    /** Bits are stored: the order never changes, new kinds go to the end. */
    private static final List<Reason.Kind> KINDS = List.of(
            Reason.Kind.ROLE,
            Reason.Kind.POLICY,
            Reason.Kind.OWNER,
            Reason.Kind.SCOPE,
            Reason.Kind.INACTIVE,
            Reason.Kind.DEFAULT);

    private static final int DECISION = 1;
    private static final int ALLOWED = 1 << 1;
    private static final int FIRST_KIND = 2;

    private static final List<List<String>> LABELS =
            IntStream.range(0, 1 << KINDS.size()).mapToObj(Facets::labels).toList();

    private Facets() {}

    static int of(DecisionRecord record) {
        var facets = DECISION | (record.allowed() ? ALLOWED : 0);
        for (var reason : record.reasons()) {
            facets |= 1 << (FIRST_KIND + KINDS.indexOf(reason.kind()));
        }
        return facets;
    }

    static boolean allowed(int facets) {
        return (facets & ALLOWED) != 0;
    }

    /** The labels of the kinds that any reason of the record has, each once. */
    static List<String> kinds(int facets) {
        return LABELS.get(facets >> FIRST_KIND);
    }

    private static List<String> labels(int kinds) {
        return KINDS.stream()
                .filter(kind -> (kinds & (1 << KINDS.indexOf(kind))) != 0)
                .map(Reason.Kind::label)
                .toList();
    }
}
