package org.mandate.authorization.permission;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.mandate.authorization.AccessRuleViolated;
import org.mandate.authorization.AccessRuleViolated.Rule;
import org.mandate.authorization.Vocabulary;
import org.mandate.authorization.event.PermissionDefined;
import org.mandate.authorization.event.PermissionDescribed;
import org.mandate.authorization.event.PermissionRetired;
import org.mandate.authorization.facts.Holders;
import org.mandate.authorization.role.RevokePermission;

/** A permission of the catalogue. It may be defined again after it was retired: its stream goes on. */
@Aggregate(type = "Permission")
class Permission {

    @AggregateIdentifier
    private @Nullable String stream;

    private boolean standing;

    Permission() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(DefinePermission command) {
        Vocabulary.requirePermission("name", command.name());
        Vocabulary.requireText("description", command.description());
        if (standing) {
            throw new AccessRuleViolated(
                    Rule.PERMISSION_EXISTS, "name", "permission `" + command.name() + "` exists already");
        }
        apply(new PermissionDefined(command.name(), command.description()));
    }

    /** The roles lose it first, by commands of their own, so that their streams tell it too. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(RetirePermission command, MetaData metaData, Holders holders, CommandGateway commands) {
        if (!standing) {
            throw new AccessRuleViolated(
                    Rule.UNKNOWN_PERMISSION, "name", "there is no permission `" + command.name() + "`");
        }
        for (String role : holders.rolesHolding(command.name())) {
            commands.<@Nullable Object>sendAndWait(
                    new GenericCommandMessage<>(new RevokePermission(role, command.name()), metaData));
        }
        apply(new PermissionRetired(command.name()));
    }

    @EventSourcingHandler
    void evolve(PermissionDefined event) {
        stream = "permission:" + event.name();
        standing = true;
    }

    @EventSourcingHandler
    void evolve(PermissionDescribed event) {
        standing = true;
    }

    @EventSourcingHandler
    void evolve(PermissionRetired event) {
        standing = false;
    }
}
