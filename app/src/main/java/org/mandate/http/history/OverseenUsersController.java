package org.mandate.http.history;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.mandate.administration.AccountView;
import org.mandate.enforcement.Caller;
import org.mandate.enforcement.Gateway;
import org.mandate.http.admin.AccountBody;
import org.mandate.http.admin.KnownUser;
import org.mandate.http.admin.UserBody;
import org.mandate.http.answer.ItemPage;
import org.mandate.http.problem.Problem;
import org.mandate.identity.UserId;
import org.mandate.identity.user.UserPage;
import org.mandate.oversight.BrowseUser;
import org.mandate.oversight.BrowseUsers;
import org.mandate.oversight.FindNames;
import org.mandate.oversight.Names;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Users as they are now, for whoever oversees access and administers nothing. */
@RestController
@RequestMapping("/history")
class OverseenUsersController {

    private static final int MOST_NAMES = 1000;

    private final Gateway gateway;

    OverseenUsersController(Gateway gateway) {
        this.gateway = gateway;
    }

    @GetMapping("/users")
    ItemPage<UserBody> list(
            @RequestParam Optional<String> q,
            @RequestParam Optional<String> role,
            @RequestParam Optional<Boolean> active,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam Optional<String> cursor,
            Caller caller) {
        BrowseUsers query = new BrowseUsers(q, role, active, limit, cursor);
        UserPage page = gateway.ask(query, ResponseTypes.instanceOf(UserPage.class), caller);
        return ItemPage.of(page.items(), page.next(), UserBody::of);
    }

    @GetMapping("/users/{id}")
    AccountBody read(@PathVariable String id, Caller caller) {
        BrowseUser query = new BrowseUser(KnownUser.of(id));
        return gateway.ask(query, ResponseTypes.optionalInstanceOf(AccountView.class), caller)
                .map(AccountBody::of)
                .orElseThrow(() -> KnownUser.unknown(id));
    }

    /** A username to be read in place of an id. */
    record NameBody(String id, String username) {}

    /** The usernames of those of these users that have one, ordered by id; {@code users} with commas between them. */
    @GetMapping("/names")
    ItemPage<NameBody> names(@RequestParam List<String> users, Caller caller) {
        if (users.size() > MOST_NAMES) {
            throw Problem.invalid("users", "at most " + MOST_NAMES + " at once, not " + users.size())
                    .found();
        }
        Set<UserId> named = users.stream().map(KnownUser::of).collect(Collectors.toSet());
        Names names = gateway.ask(new FindNames(named), ResponseTypes.instanceOf(Names.class), caller);
        List<NameBody> items = names.byId().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> new NameBody(entry.getKey(), entry.getValue()))
                .toList();
        return new ItemPage<>(items, Optional.empty());
    }
}
