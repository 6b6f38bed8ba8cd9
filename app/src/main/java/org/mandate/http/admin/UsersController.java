package org.mandate.http.admin;

import java.net.URI;
import java.util.Optional;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.mandate.administration.AccountView;
import org.mandate.administration.FindAccount;
import org.mandate.administration.FindAccounts;
import org.mandate.enforcement.Caller;
import org.mandate.enforcement.Gateway;
import org.mandate.enforcement.Gateway.Written;
import org.mandate.http.answer.Answer;
import org.mandate.http.answer.ItemPage;
import org.mandate.http.json.StrictJson;
import org.mandate.identity.UserId;
import org.mandate.identity.user.EraseUser;
import org.mandate.identity.user.SetPassword;
import org.mandate.identity.user.UserPage;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Users, as administrators see and change them. */
@RestController
@RequestMapping("/admin/users")
class UsersController {

    private static final String MERGE_PATCH = "application/merge-patch+json";

    private final Gateway gateway;

    UsersController(Gateway gateway) {
        this.gateway = gateway;
    }

    @GetMapping
    ItemPage<UserBody> list(
            @RequestParam Optional<String> q,
            @RequestParam Optional<String> role,
            @RequestParam Optional<Boolean> active,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam Optional<String> cursor,
            Caller caller) {
        FindAccounts query = new FindAccounts(q, role, active, limit, cursor);
        UserPage page = gateway.ask(query, ResponseTypes.instanceOf(UserPage.class), caller);
        return ItemPage.of(page.items(), page.next(), UserBody::of);
    }

    @GetMapping("/{id}")
    AccountBody read(@PathVariable String id, Caller caller) {
        UserId user = KnownUser.of(id);
        return gateway.ask(new FindAccount(user), ResponseTypes.optionalInstanceOf(AccountView.class), caller)
                .map(AccountBody::of)
                .orElseThrow(() -> KnownUser.unknown(id));
    }

    @PostMapping
    ResponseEntity<AccountBody> create(@RequestBody NewUser body, Caller caller) {
        Written<UserId> written = gateway.send(body.command(), caller);
        UserId user = written.result();
        return Answer.created(written, URI.create("/admin/users/" + user)).body(readBack(user, caller));
    }

    @PatchMapping(
            path = "/{id}",
            consumes = {MERGE_PATCH, MediaType.APPLICATION_JSON_VALUE})
    ResponseEntity<AccountBody> change(@PathVariable String id, @RequestBody JsonNode patch, Caller caller) {
        UserId user = KnownUser.of(id);
        Written<?> written = gateway.send(AccountPatch.command(user, patch, StrictJson.mapper()), caller);
        return Answer.ok(written).body(readBack(user, caller));
    }

    @DeleteMapping("/{id}")
    ResponseEntity<Void> erase(@PathVariable String id, Caller caller) {
        return Answer.noContent(gateway.send(new EraseUser(KnownUser.of(id)), caller));
    }

    @PutMapping("/{id}/password")
    ResponseEntity<Void> setPassword(@PathVariable String id, @RequestBody NewPassword body, Caller caller) {
        return Answer.noContent(gateway.send(new SetPassword(KnownUser.of(id), body.password()), caller));
    }

    private AccountBody readBack(UserId user, Caller caller) {
        return gateway.readBack(new FindAccount(user), ResponseTypes.optionalInstanceOf(AccountView.class), caller)
                .map(AccountBody::of)
                .orElseThrow(() -> KnownUser.unknown(user.value()));
    }
}
