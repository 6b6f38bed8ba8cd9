package org.mandate.identity.user;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.mandate.identity.UserId;
import org.mandate.identity.event.UserAttributesChanged;
import org.mandate.identity.event.UserDeactivated;
import org.mandate.identity.event.UserErased;
import org.mandate.identity.event.UserPasswordChanged;
import org.mandate.identity.event.UserProfileChanged;
import org.mandate.identity.event.UserReactivated;
import org.mandate.identity.event.UserRegistered;
import org.mandate.identity.user.UserRuleViolated.Rule;

/** A user from registration to erasure. The stream of an erased user stays, so that the id never returns. */
@Aggregate
class User {

    private enum State {
        ABSENT,
        ACTIVE,
        INACTIVE,
        ERASED
    }

    @AggregateIdentifier
    private String stream;

    private UserId id;
    private String sealedProfile;
    private Map<String, Object> attributes;
    private State state = State.ABSENT;

    @SuppressWarnings("NullAway")
    User() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(RegisterUser command, Accounts accounts, AttributeRules rules) {
        if (state != State.ABSENT) {
            throw Accounts.exists();
        }
        var given = rules.patched(Map.of(), command.attributes());
        apply(new UserRegistered(FieldRules.newId(command.user()).value(), accounts.open(command), given));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(ChangeProfile command, Accounts accounts) {
        requireUser(command.user());
        var before = accounts.profile(id, sealedProfile);
        var after = before;
        if (command.email().isPresent()) {
            after = after.withEmail(FieldRules.email(command.email().get()));
        }
        if (command.fullName().isPresent()) {
            after = after.withFullName(FieldRules.fullName(command.fullName()));
        }
        if (!after.equals(before)) {
            apply(new UserProfileChanged(id.value(), accounts.change(id, before, after)));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(ChangeAttributes command, AttributeRules rules) {
        requireUser(command.user());
        var after = rules.patched(attributes, command.patch());
        if (!after.equals(attributes)) {
            apply(new UserAttributesChanged(id.value(), after));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(ChangePassword command, Accounts accounts) {
        requireUser(command.user());
        accounts.changePassword(command, accounts.profile(id, sealedProfile));
        apply(new UserPasswordChanged(id.value()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(SetPassword command, Accounts accounts) {
        requireUser(command.user());
        accounts.setPassword(id, command.password(), accounts.profile(id, sealedProfile));
        apply(new UserPasswordChanged(id.value()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(DeactivateUser command, Accounts accounts) {
        requireUser(command.user());
        if (state == State.ACTIVE) {
            accounts.suspend(id);
            apply(new UserDeactivated(id.value()));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(ReactivateUser command, Accounts accounts) {
        requireUser(command.user());
        if (state == State.INACTIVE) {
            // no session from before the deactivation may come back to life
            accounts.suspend(id);
            apply(new UserReactivated(id.value()));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(EraseUser command, Accounts accounts) {
        requireUser(command.user());
        accounts.erase(id);
        apply(new UserErased(id.value()));
    }

    private void requireUser(UserId user) {
        if (state == State.ABSENT || state == State.ERASED) {
            throw new UserRuleViolated(Rule.UNKNOWN_USER, "", "there is no user `" + user + "`");
        }
    }

    @EventSourcingHandler
    void evolve(UserRegistered event) {
        id = new UserId(event.userId());
        stream = id.stream();
        sealedProfile = event.sealedProfile();
        attributes = event.attributes();
        state = State.ACTIVE;
    }

    @EventSourcingHandler
    void evolve(UserProfileChanged event) {
        sealedProfile = event.sealedProfile();
    }

    @EventSourcingHandler
    void evolve(UserAttributesChanged event) {
        attributes = event.attributes();
    }

    @EventSourcingHandler
    void evolve(UserPasswordChanged event) {
        // who the user is and whether they count is as before
    }

    @EventSourcingHandler
    void evolve(UserDeactivated event) {
        state = State.INACTIVE;
    }

    @EventSourcingHandler
    void evolve(UserReactivated event) {
        state = State.ACTIVE;
    }

    @EventSourcingHandler
    void evolve(UserErased event) {
        state = State.ERASED;
    }
}
