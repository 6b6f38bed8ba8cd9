package org.mandate.authorization.constraint;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.List;
import java.util.TreeSet;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.mandate.authorization.AccessRuleViolated;
import org.mandate.authorization.AccessRuleViolated.Rule;
import org.mandate.authorization.event.ConstraintChanged;
import org.mandate.authorization.event.ConstraintDefined;
import org.mandate.authorization.event.ConstraintRetired;

/** A constraint of separation of duty. It may be defined again after it was retired: its stream goes on. */
@Aggregate(type = "Constraint")
class Constraint {

    @AggregateIdentifier
    private @Nullable String stream;

    private boolean standing;

    Constraint() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(DefineConstraint command) {
        ConstraintRules.requireValid(command);
        if (standing) {
            throw new AccessRuleViolated(
                    Rule.CONSTRAINT_EXISTS, "id", "constraint `" + command.id() + "` exists already");
        }
        apply(new ConstraintDefined(command.id(), List.copyOf(new TreeSet<>(command.roles())), command.max()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(RetireConstraint command) {
        if (!standing) {
            throw new AccessRuleViolated(
                    Rule.UNKNOWN_CONSTRAINT, "id", "there is no constraint `" + command.id() + "`");
        }
        apply(new ConstraintRetired(command.id()));
    }

    @EventSourcingHandler
    void evolve(ConstraintDefined event) {
        stream = "constraint:" + event.constraintId();
        standing = true;
    }

    @EventSourcingHandler
    void evolve(ConstraintChanged event) {
        standing = true;
    }

    @EventSourcingHandler
    void evolve(ConstraintRetired event) {
        standing = false;
    }
}
