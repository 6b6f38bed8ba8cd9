package org.mandate.http.answer;

import java.util.List;
import org.mandate.authorization.decision.Reason;

/** One reason of a decision. */
public record ReasonBody(String kind, String name, String detail) {

    private static ReasonBody of(Reason reason) {
        return new ReasonBody(reason.kind().label(), reason.name(), reason.detail());
    }

    /** All of them. */
    public static List<ReasonBody> of(List<Reason> reasons) {
        return reasons.stream().map(ReasonBody::of).toList();
    }
}
