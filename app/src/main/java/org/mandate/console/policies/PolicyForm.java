package org.mandate.console.policies;

import java.util.List;
import java.util.Optional;
import org.mandate.authorization.Upon;
import org.mandate.authorization.policy.PolicyView;
import org.mandate.authorization.policy.PutPolicy;
import org.mandate.console.Basis;
import org.mandate.console.Fields;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

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
                .with("condition", policy.condition().orElse(""))
                .with(Basis.FIELD, PolicyText.of(policy));
    }

    static PutPolicy command(String id, Fields form, Upon<PolicyView> upon) {
        Optional<String> condition = Optional.of(condition(form)).filter(text -> !text.isBlank());
        return new PutPolicy(
                id,
                form.text("description"),
                form.text("effect"),
                form.text("resourceType"),
                form.list("actions"),
                List.copyOf(form.list("roles")),
                condition,
                upon);
    }

    /** As a list of changes that puts this policy in force, in the form in which the API takes them. */
    static ArrayNode proposal(String id, Fields form) {
        ArrayNode changes = JsonNodeFactory.instance.arrayNode();
        ObjectNode policy =
                changes.addObject().putObject("put").putArray("policies").addObject();
        policy.put("id", id);
        policy.put("description", form.text("description"));
        policy.put("effect", form.text("effect"));
        policy.put("resourceType", form.text("resourceType"));
        form.list("actions").forEach(policy.putArray("actions")::add);
        form.list("roles").forEach(policy.putArray("roles")::add);
        if (!condition(form).isBlank()) {
            policy.put("condition", condition(form));
        }
        return changes;
    }

    /** With the line ends that the places of faults are counted by. */
    private static String condition(Fields form) {
        return form.text("condition").replace("\r\n", "\n");
    }
}
