package org.mandate.authorization.entity;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.mandate.authorization.AccessRuleViolated;
import org.mandate.authorization.AccessRuleViolated.Rule;
import org.mandate.authorization.Vocabulary;
import org.mandate.authorization.event.EntityDescribed;
import org.mandate.authorization.event.EntityForgotten;

/** What is known of a subject or resource that lives elsewhere. It may be described again after it was forgotten. */
@Aggregate(type = "Entity")
class Entity {

    @AggregateIdentifier
    private @Nullable String stream;

    private @Nullable Map<String, Object> known;

    Entity() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    boolean decide(DescribeEntity command) {
        EntityRules.requireType("type", command.type());
        Vocabulary.requireId("id", command.id());
        Map<String, Object> attributes = EntityRules.attributes("attributes", command.attributes());
        boolean created = known == null;
        if (!attributes.equals(known)) {
            apply(new EntityDescribed(command.type(), command.id(), attributes));
        }
        return created;
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(ForgetEntity command) {
        EntityRules.requireType("type", command.type());
        if (known == null) {
            throw new AccessRuleViolated(
                    Rule.UNKNOWN_ENTITY,
                    "id",
                    "nothing is known of `" + command.id() + "` of type `" + command.type() + "`");
        }
        apply(new EntityForgotten(command.type(), command.id()));
    }

    @EventSourcingHandler
    void evolve(EntityDescribed event) {
        stream = "entity:" + event.entityType() + ":" + event.entityId();
        known = event.attributes();
    }

    @EventSourcingHandler
    void evolve(EntityForgotten event) {
        known = null;
    }
}
