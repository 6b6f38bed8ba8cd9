package org.mandate.http.admin;

import java.net.URI;
import java.util.Optional;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.mandate.authorization.AccessRuleViolated;
import org.mandate.authorization.AccessRuleViolated.Rule;
import org.mandate.authorization.role.AddInheritance;
import org.mandate.authorization.role.FindRole;
import org.mandate.authorization.role.FindRoles;
import org.mandate.authorization.role.GrantPermission;
import org.mandate.authorization.role.RemoveInheritance;
import org.mandate.authorization.role.RetireRole;
import org.mandate.authorization.role.RevokePermission;
import org.mandate.authorization.role.RoleView;
import org.mandate.enforcement.Caller;
import org.mandate.enforcement.Gateway;
import org.mandate.enforcement.Gateway.Written;
import org.mandate.http.answer.Answer;
import org.mandate.http.answer.ItemPage;
import org.mandate.http.precondition.Standing;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** Roles, the permissions that they hold and the roles that they inherit. */
@RestController
@RequestMapping("/admin/roles")
class RolesController {

    private static final String ROLE = "role";

    private final Gateway gateway;

    RolesController(Gateway gateway) {
        this.gateway = gateway;
    }

    @GetMapping
    ItemPage<RoleView> list(
            @RequestParam(defaultValue = "50") int limit, @RequestParam Optional<String> cursor, Caller caller) {
        var roles = gateway.ask(new FindRoles(), ResponseTypes.multipleInstancesOf(RoleView.class), caller);
        return ItemPage.cut(roles, RoleView::name, limit, cursor);
    }

    @GetMapping("/{role}")
    ResponseEntity<RoleView> read(@PathVariable String role, Caller caller) {
        return gateway.ask(new FindRole(role), ResponseTypes.optionalInstanceOf(RoleView.class), caller)
                .map(view -> answer(ResponseEntity.ok(), view))
                .orElseThrow(() -> unknown(role));
    }

    @PostMapping
    ResponseEntity<RoleView> define(@RequestBody RoleDocument body, Caller caller) {
        var definition = body.definition();
        Written<?> written = gateway.send(definition, caller);
        URI location = UriComponentsBuilder.fromPath("/admin/roles/{role}").build(definition.name());
        return answer(Answer.created(written, location), readBack(definition.name(), caller));
    }

    @PutMapping("/{role}")
    ResponseEntity<RoleView> change(
            @PathVariable String role,
            @RequestHeader(HttpHeaders.IF_MATCH) Optional<String> ifMatch,
            @RequestBody RoleDocument body,
            Caller caller) {
        return changed(body.change(role, Standing.matching(ifMatch, ROLE)), role, caller);
    }

    @DeleteMapping("/{role}")
    ResponseEntity<Void> retire(
            @PathVariable String role, @RequestHeader(HttpHeaders.IF_MATCH) Optional<String> ifMatch, Caller caller) {
        return Answer.noContent(gateway.send(new RetireRole(role, Standing.matching(ifMatch, ROLE)), caller));
    }

    @PutMapping("/{role}/permissions/{permission}")
    ResponseEntity<RoleView> grant(@PathVariable String role, @PathVariable String permission, Caller caller) {
        return changed(new GrantPermission(role, permission), role, caller);
    }

    @DeleteMapping("/{role}/permissions/{permission}")
    ResponseEntity<Void> revoke(@PathVariable String role, @PathVariable String permission, Caller caller) {
        return Answer.noContent(gateway.send(new RevokePermission(role, permission), caller));
    }

    @PutMapping("/{role}/inherits/{inherited}")
    ResponseEntity<RoleView> inherit(@PathVariable String role, @PathVariable String inherited, Caller caller) {
        return changed(new AddInheritance(role, inherited), role, caller);
    }

    @DeleteMapping("/{role}/inherits/{inherited}")
    ResponseEntity<Void> disinherit(@PathVariable String role, @PathVariable String inherited, Caller caller) {
        return Answer.noContent(gateway.send(new RemoveInheritance(role, inherited), caller));
    }

    private ResponseEntity<RoleView> changed(Object command, String role, Caller caller) {
        Written<?> written = gateway.send(command, caller);
        return answer(Answer.ok(written), readBack(role, caller));
    }

    private static ResponseEntity<RoleView> answer(ResponseEntity.BodyBuilder begun, RoleView role) {
        return begun.eTag(Standing.tag(role.content())).body(role);
    }

    private RoleView readBack(String role, Caller caller) {
        return gateway.readBack(new FindRole(role), ResponseTypes.optionalInstanceOf(RoleView.class), caller)
                .orElseThrow(() -> unknown(role));
    }

    private static AccessRuleViolated unknown(String role) {
        return new AccessRuleViolated(Rule.UNKNOWN_ROLE, "", "there is no role `" + role + "`");
    }
}
