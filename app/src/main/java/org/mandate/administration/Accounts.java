package org.mandate.administration;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.axonframework.queryhandling.QueryHandler;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.assignment.AccessView;
import org.mandate.authorization.assignment.FindAccess;
import org.mandate.authorization.assignment.FindMembers;
import org.mandate.identity.UserId;
import org.mandate.identity.user.ChangeAttributes;
import org.mandate.identity.user.ChangeProfile;
import org.mandate.identity.user.DeactivateUser;
import org.mandate.identity.user.FindUser;
import org.mandate.identity.user.FindUsers;
import org.mandate.identity.user.ReactivateUser;
import org.mandate.identity.user.UserPage;
import org.mandate.identity.user.UserRuleViolated;
import org.mandate.identity.user.UserRuleViolated.Rule;
import org.mandate.identity.user.UserView;
import org.springframework.stereotype.Component;

/** Puts accounts together from what the modules know. Whatever it sends is covered by the message that it handles. */
@Component
class Accounts {

    private final CommandGateway commands;
    private final QueryGateway queries;

    Accounts(CommandGateway commands, QueryGateway queries) {
        this.commands = commands;
        this.queries = queries;
    }

    @QueryHandler
    Optional<AccountView> handle(FindAccount query) {
        return user(query.user()).map(user -> new AccountView(user, access(query.user())));
    }

    @QueryHandler
    UserPage handle(FindAccounts query) {
        Optional<Set<UserId>> among = query.role().map(this::members);
        FindUsers users = new FindUsers(query.q(), query.active(), among, query.limit(), query.cursor());
        return queries.query(users, ResponseTypes.instanceOf(UserPage.class)).join();
    }

    @CommandHandler
    void decide(ChangeAccount command) {
        UserId user = command.user();
        if (user(user).isEmpty()) {
            throw new UserRuleViolated(Rule.UNKNOWN_USER, "", "there is no user `" + user + "`");
        }
        if (command.email().isPresent() || command.fullName().isPresent()) {
            commands.sendAndWait(new ChangeProfile(user, command.email(), command.fullName()));
        }
        command.attributes().ifPresent(patch -> commands.sendAndWait(new ChangeAttributes(user, patch)));
        command.active()
                .ifPresent(
                        active -> commands.sendAndWait(active ? new ReactivateUser(user) : new DeactivateUser(user)));
    }

    private Optional<UserView> user(UserId user) {
        return queries.query(new FindUser(user), ResponseTypes.optionalInstanceOf(UserView.class))
                .join();
    }

    private AccessView access(UserId user) {
        FindAccess query = new FindAccess(SubjectId.user(user.value()));
        return queries.query(query, ResponseTypes.instanceOf(AccessView.class)).join();
    }

    private Set<UserId> members(String role) {
        List<String> members = queries.query(new FindMembers(role), ResponseTypes.multipleInstancesOf(String.class))
                .join();
        return members.stream().map(UserId::new).collect(Collectors.toUnmodifiableSet());
    }
}
