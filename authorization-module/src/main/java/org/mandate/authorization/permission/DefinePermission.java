package org.mandate.authorization.permission;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Put a permission {@code resource:action} into the catalogue. */
public record DefinePermission(String name, String description) {

    /** The event stream that decides. */
    @TargetAggregateIdentifier
    public String stream() {
        return "permission:" + name;
    }
}
