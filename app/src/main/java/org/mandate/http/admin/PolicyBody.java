package org.mandate.http.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import org.mandate.authorization.policy.PolicyView;

/** A policy as it is answered. */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record PolicyBody(
        String id,
        String description,
        String effect,
        String resourceType,
        List<String> actions,
        List<String> roles,
        Optional<String> condition) {

    static PolicyBody of(PolicyView view) {
        return new PolicyBody(
                view.id(),
                view.description(),
                view.effect(),
                view.resourceType(),
                view.actions(),
                view.roles(),
                view.condition());
    }
}
