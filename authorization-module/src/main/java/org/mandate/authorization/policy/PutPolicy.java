package org.mandate.authorization.policy;

import java.util.List;
import java.util.Optional;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.mandate.authorization.Upon;

/**
 * Make the policy exactly this, whether it exists or not; answers whether it is new.
 * @param effect {@code allow} or {@code deny}
 * @param resourceType {@code *} for all types
 * @param actions names, or {@code *} alone
 * @param roles it applies to holders of any of these; empty for everybody
 * @param condition in the Common Expression Language; absent where it always holds
 * @param upon what has to stand now
 */
public record PutPolicy(
        String id,
        String description,
        String effect,
        String resourceType,
        List<String> actions,
        List<String> roles,
        Optional<String> condition,
        Upon<PolicyView> upon) {

    public PutPolicy {
        actions = List.copyOf(actions);
        roles = List.copyOf(roles);
    }

    /** Whatever stands now. */
    public PutPolicy(
            String id,
            String description,
            String effect,
            String resourceType,
            List<String> actions,
            List<String> roles,
            Optional<String> condition) {
        this(id, description, effect, resourceType, actions, roles, condition, Upon.whateverStands());
    }

    /** The event stream that decides. */
    @TargetAggregateIdentifier
    public String stream() {
        return "policy:" + id;
    }
}
