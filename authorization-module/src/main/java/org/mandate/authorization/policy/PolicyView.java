package org.mandate.authorization.policy;

import java.util.List;
import java.util.Optional;
import org.mandate.authorization.ContentTag;
import org.mandate.authorization.Tagged;

/** A policy that stands; {@code actions} are names, or {@code *} alone. */
public record PolicyView(
        String id,
        String description,
        String effect,
        String resourceType,
        List<String> actions,
        List<String> roles,
        Optional<String> condition)
        implements Tagged {

    /** Names of actions and roles stand in no order. */
    @Override
    public String tag() {
        return ContentTag.of(
                List.of(description),
                List.of(effect),
                List.of(resourceType),
                actions.stream().sorted().toList(),
                roles.stream().sorted().toList(),
                condition.stream().toList());
    }
}
