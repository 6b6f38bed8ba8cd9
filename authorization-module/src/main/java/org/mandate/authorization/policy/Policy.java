package org.mandate.authorization.policy;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
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
import org.mandate.authorization.Upon;
import org.mandate.authorization.event.PolicyChanged;
import org.mandate.authorization.event.PolicyDefined;
import org.mandate.authorization.event.PolicyRetired;

/** A policy. It may be defined again after it was retired: its stream goes on. */
@Aggregate(type = "Policy")
class Policy {

    @AggregateIdentifier
    private @Nullable String stream;

    private @Nullable PolicyChanged standing;

    Policy() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    boolean decide(PutPolicy command) {
        requireBasis(command.id(), command.upon());
        PolicyRules.requireValid(command);
        PolicyChanged wanted = new PolicyChanged(
                command.id(),
                command.description(),
                command.effect(),
                command.resourceType(),
                sorted(command.actions()),
                sorted(command.roles()),
                command.condition().orElse(null));
        boolean created = standing == null;
        if (created) {
            apply(new PolicyDefined(
                    wanted.policyId(),
                    wanted.description(),
                    wanted.effect(),
                    wanted.resourceType(),
                    wanted.actions(),
                    wanted.roles(),
                    wanted.condition()));
        } else if (!wanted.equals(standing)) {
            apply(wanted);
        }
        return created;
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(RetirePolicy command) {
        if (standing == null) {
            throw new AccessRuleViolated(Rule.UNKNOWN_POLICY, "id", "there is no policy `" + command.id() + "`");
        }
        requireBasis(command.id(), command.upon());
        apply(new PolicyRetired(command.id()));
    }

    private void requireBasis(String id, Upon<PolicyView> upon) {
        Optional<PolicyView> stands = Optional.ofNullable(standing).map(Policy::view);
        if (upon.admits(stands)) {
            return;
        }
        if (upon.admits(Optional.empty())) {
            throw new AccessRuleViolated(Rule.POLICY_EXISTS, "id", "policy `" + id + "` exists already");
        }
        String now = stands.isPresent()
                ? "policy `" + id + "` has changed since it was read"
                : "there is no policy `" + id + "`";
        throw new AccessRuleViolated(Rule.STALE, "", now);
    }

    private static PolicyView view(PolicyChanged stands) {
        return new PolicyView(
                stands.policyId(),
                stands.description(),
                stands.effect(),
                stands.resourceType(),
                stands.actions(),
                stands.roles(),
                Optional.ofNullable(stands.condition()));
    }

    private static List<String> sorted(Collection<String> names) {
        return List.copyOf(new TreeSet<>(names));
    }

    @EventSourcingHandler
    void evolve(PolicyDefined event) {
        stream = "policy:" + event.policyId();
        standing = new PolicyChanged(
                event.policyId(),
                event.description(),
                event.effect(),
                event.resourceType(),
                event.actions(),
                event.roles(),
                event.condition());
    }

    @EventSourcingHandler
    void evolve(PolicyChanged event) {
        standing = event;
    }

    @EventSourcingHandler
    void evolve(PolicyRetired event) {
        standing = null;
    }
}
