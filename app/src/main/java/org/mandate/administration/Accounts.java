package org.mandate.administration;

import java.util.ArrayList;
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
import org.mandate.authorization.assignment.FindMembersAmong;
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

    /** So many users are sought by their ids. */
    private static final int MOST_SOUGHT = 5_000;

    private static final int PART = 1_000;
    private static final int MOST_LOOKED_AT = 20_000;

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
        Optional<Set<String>> members = query.role().map(role -> ids(new FindMembers(role, MOST_SOUGHT + 1)));
        return members.filter(some -> some.size() > MOST_SOUGHT).isPresent()
                ? amongMany(query.role().get(), query)
                : page(query, members, query.limit(), query.cursor());
    }

    /**
     * A page of a role that so many hold that they are not told apart from everybody in advance: the directory is gone
     * through in its order, and no further than so far. A page may be short, or empty, and not the last.
     */
    private UserPage amongMany(String role, FindAccounts query) {
        List<UserView> found = new ArrayList<>();
        Optional<String> cursor = query.cursor();
        for (int looked = 0; looked < MOST_LOOKED_AT; looked += PART) {
            UserPage part = page(query, Optional.empty(), PART, cursor);
            Set<String> holders = ids(new FindMembersAmong(role, values(part.items())));
            part.items().stream()
                    .filter(user -> holders.contains(user.id().value()))
                    .forEach(found::add);
            cursor = part.next();
            if (found.size() > query.limit()) {
                Set<String> shown = values(found.subList(0, query.limit() + 1));
                return page(query, Optional.of(shown), query.limit(), query.cursor());
            }
            if (cursor.isEmpty()) {
                break;
            }
        }
        return new UserPage(found, cursor);
    }

    private UserPage page(FindAccounts query, Optional<Set<String>> among, int limit, Optional<String> cursor) {
        Optional<Set<UserId>> users =
                among.map(ids -> ids.stream().map(UserId::new).collect(Collectors.toUnmodifiableSet()));
        FindUsers page = new FindUsers(query.q(), query.active(), users, limit, cursor);
        return queries.query(page, ResponseTypes.instanceOf(UserPage.class)).join();
    }

    private static Set<String> values(List<UserView> users) {
        return users.stream().map(user -> user.id().value()).collect(Collectors.toUnmodifiableSet());
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

    private Set<String> ids(Object query) {
        return Set.copyOf(queries.query(query, ResponseTypes.multipleInstancesOf(String.class))
                .join());
    }
}
