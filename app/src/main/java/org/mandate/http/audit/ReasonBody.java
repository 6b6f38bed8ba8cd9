package org.mandate.http.audit;

import org.mandate.authorization.decision.Reason;

/** One reason. */
record ReasonBody(String kind, String name, String detail) {

    static ReasonBody of(Reason reason) {
        return new ReasonBody(reason.kind().label(), reason.name(), reason.detail());
    }
}
