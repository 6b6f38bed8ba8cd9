package org.mandate.authorization.point;

import java.util.Map;
import java.util.Optional;
import org.mandate.authorization.decision.AccessRequest;
import org.mandate.authorization.decision.Action;
import org.mandate.authorization.decision.Requirement;
import org.mandate.authorization.decision.Resource;
import org.mandate.authorization.journal.Provenance;

/**
 * What whoever asks about others must be allowed. It is asked before a question is answered, without a record of its own, and
 * can be asked again of whoever a record names as its requester.
 */
public final class RightToAsk {

    public static final String ACTION = "evaluate";
    public static final String TYPE = "access";
    public static final Requirement REQUIREMENT = Requirement.permission("access:evaluate");

    private RightToAsk() {}

    /** The question whether the requester may ask; what token they came with is not recorded and plays no part. */
    public static AccessRequest question(Provenance provenance) {
        return new AccessRequest(
                provenance.requester(),
                Map.of(),
                Action.of(ACTION),
                Resource.of(TYPE, ""),
                Map.of(),
                REQUIREMENT,
                Optional.empty(),
                provenance.ip());
    }
}
