package org.mandate.http.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.mandate.authorization.decision.Explanation;

/** One thing that a decision looked at: {@code met}, {@code not met}, {@code unknown} or {@code error}. */
public record NodeBody(
        String outcome,
        String text,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<NodeBody> children) {

    public static NodeBody of(Explanation.Node node) {
        return new NodeBody(
                node.outcome().label(),
                node.text(),
                node.children().stream().map(NodeBody::of).toList());
    }
}
