package org.mandate.authorization.entity;

import java.util.Map;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Make the attributes of the entity exactly these, whether it is known or not; answers whether it is new. */
public record DescribeEntity(String type, String id, Map<String, Object> attributes) {

    /** The event stream that decides. */
    @TargetAggregateIdentifier
    public String stream() {
        return "entity:" + type + ":" + id;
    }
}
