package org.mandate.http.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mandate.authorization.point.DecisionPoint.Recorded;

/** A decision as it is answered: the bare answer, and why only where that was asked for. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record EvaluationBody(boolean decision, @Nullable Why context) {

    /** Why, and where it is recorded. */
    record Why(String id, long position, List<ReasonBody> reasons) {}

    /** One reason. */
    record ReasonBody(String kind, String name, String detail) {}

    static EvaluationBody bare(Recorded recorded) {
        return new EvaluationBody(recorded.decision().allowed(), null);
    }

    static EvaluationBody explained(Recorded recorded) {
        List<ReasonBody> reasons = recorded.decision().reasons().stream()
                .map(reason -> new ReasonBody(reason.kind().label(), reason.name(), reason.detail()))
                .toList();
        return new EvaluationBody(
                recorded.decision().allowed(),
                new Why(recorded.id(), recorded.decision().position(), reasons));
    }
}
