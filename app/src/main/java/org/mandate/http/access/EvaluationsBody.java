package org.mandate.http.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The decisions on the items of a batch, in the order of the items. */
record EvaluationsBody(List<Item> evaluations) implements EvaluationsAnswer {

    /** The answer to one item. */
    sealed interface Item permits EvaluationBody, Faulty {}

    /** An item that is no question, and so is denied; what is wrong with it is said where an explanation was asked for. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Faulty(boolean decision, @Nullable FaultContext context) implements Item {

        static Faulty bare() {
            return new Faulty(false, null);
        }

        static Faulty explained(String message) {
            return new Faulty(false, new FaultContext(new Fault(400, message)));
        }
    }

    /** Where the fault stands. */
    record FaultContext(Fault error) {}

    /** What is wrong. */
    record Fault(int status, String message) {}
}
