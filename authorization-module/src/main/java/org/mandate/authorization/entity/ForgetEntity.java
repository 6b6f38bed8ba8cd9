package org.mandate.authorization.entity;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Forget what is known of an entity. */
public record ForgetEntity(String type, String id) {

    /** The event stream that decides. */
    @TargetAggregateIdentifier
    public String stream() {
        return "entity:" + type + ":" + id;
    }
}
