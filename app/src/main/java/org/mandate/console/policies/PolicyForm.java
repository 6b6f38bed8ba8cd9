package org.mandate.console.policies;

import java.util.List;
import java.util.Optional;
import org.mandate.authorization.policy.PolicyView;
import org.mandate.authorization.policy.PutPolicy;
import org.mandate.console.Fields;

/** The form of a policy. */
final class PolicyForm {

    private PolicyForm() {}

    static Fields blank() {
        return Fields.none().with("effect", "allow").with("actions", "*");
    }

    static Fields of(PolicyView policy) {
        return Fields.none()
                .with("id", policy.id())
                .with("description", policy.description())
                .with("effect", policy.effect())
                .with("resourceType", policy.resourceType())
                .with("actions", String.join(", ", policy.actions()))
                .with("roles", String.join(", ", policy.roles()))
                .with("condition", policy.condition().orElse(""));
    }

    static PutPolicy command(String id, Fields form) {
        Optional<String> condition = Optional.of(condition(form)).filter(text -> !text.isBlank());
        return new PutPolicy(
                id,
                form.text("description"),
                form.text("effect"),
                form.text("resourceType"),
                form.list("actions"),
                List.copyOf(form.list("roles")),
                condition);
    }

    /** With the line ends that the places of faults are counted by. */
    private static String condition(Fields form) {
        return form.text("condition").replace("\r\n", "\n");
    }
}
