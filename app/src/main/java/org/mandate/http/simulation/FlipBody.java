package org.mandate.http.simulation;

import java.time.Instant;
import java.util.List;
import org.mandate.authorization.simulation.Flip;
import org.mandate.http.answer.ReasonBody;

/** A decision that turns, with the reasons that it had and those that it would have. */
record FlipBody(
        String decisionId,
        long sequence,
        Instant at,
        Entity subject,
        String action,
        Entity resource,
        String from,
        String to,
        List<ReasonBody> was,
        List<ReasonBody> would) {

    /** A subject or a resource. */
    record Entity(String type, String id) {}

    static FlipBody of(Flip flip) {
        return new FlipBody(
                flip.decisionId(),
                flip.sequence(),
                flip.at(),
                new Entity(flip.subject().type(), flip.subject().id()),
                flip.action(),
                new Entity(flip.resourceType(), flip.resource()),
                word(flip.allowed()),
                word(!flip.allowed()),
                ReasonBody.of(flip.was()),
                ReasonBody.of(flip.would()));
    }

    private static String word(boolean allowed) {
        return allowed ? "allow" : "deny";
    }
}
