package org.mandate.http.admin;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.util.List;
import java.util.Optional;
import org.mandate.authorization.Upon;
import org.mandate.authorization.policy.PolicyView;
import org.mandate.authorization.policy.PutPolicy;
import org.mandate.http.problem.Problem;

/**
 * A policy as it is sent.
 * @param actions names, or {@code *}
 */
record PolicyDocument(
        Optional<String> id,
        Optional<String> description,
        String effect,
        String resourceType,

        @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
        List<String> actions,

        Optional<List<String>> roles,
        Optional<String> condition) {

    PutPolicy command(String policy, Upon<PolicyView> upon) {
        id.filter(other -> !other.equals(policy)).ifPresent(other -> {
            throw Problem.invalid("id", "a policy keeps its id, leave it out or send `" + policy + "`")
                    .found();
        });
        return new PutPolicy(
                policy,
                description.orElse(""),
                effect,
                resourceType,
                actions,
                roles.orElse(List.of()),
                condition,
                upon);
    }
}
