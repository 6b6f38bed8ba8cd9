package org.mandate.http.admin;

import java.util.List;
import java.util.Optional;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.mandate.authorization.AccessRuleViolated;
import org.mandate.authorization.AccessRuleViolated.Rule;
import org.mandate.authorization.permission.PermissionView;
import org.mandate.authorization.policy.PolicyView;
import org.mandate.authorization.role.BrowseRole;
import org.mandate.authorization.role.BrowseRoles;
import org.mandate.authorization.role.RoleOverview;
import org.mandate.authorization.role.RolePage;
import org.mandate.authorization.role.RoleView;
import org.mandate.enforcement.Caller;
import org.mandate.enforcement.Gateway;
import org.mandate.http.answer.ItemPage;
import org.mandate.oversight.BrowsePermissions;
import org.mandate.oversight.BrowsePolicies;
import org.mandate.oversight.BrowsePolicy;
import org.mandate.oversight.FindVitals;
import org.mandate.oversight.Vitals;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The access model as it stands, for whoever oversees access without administering it. */
@RestController
@RequestMapping("/oversight")
class OversightController {

    private final Gateway gateway;

    OversightController(Gateway gateway) {
        this.gateway = gateway;
    }

    /** How this node and its journal stand. */
    @GetMapping("/vitals")
    Vitals vitals(Caller caller) {
        return gateway.ask(new FindVitals(), ResponseTypes.instanceOf(Vitals.class), caller);
    }

    /** Ordered by name; {@code q} is a part of name or description, {@code inherits} a role inherited from directly. */
    @GetMapping("/roles")
    ItemPage<RoleView> roles(
            @RequestParam Optional<String> q,
            @RequestParam Optional<String> inherits,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam Optional<String> cursor,
            Caller caller) {
        BrowseRoles query = new BrowseRoles(q, inherits, limit, cursor);
        RolePage page = gateway.ask(query, ResponseTypes.instanceOf(RolePage.class), caller);
        return new ItemPage<>(page.items(), page.next());
    }

    /** With its heirs, where each permission comes from, and its place in the hierarchy. */
    @GetMapping("/roles/{role}")
    RoleOverview role(@PathVariable String role, Caller caller) {
        return gateway.ask(new BrowseRole(role), ResponseTypes.optionalInstanceOf(RoleOverview.class), caller)
                .orElseThrow(() -> unknown(Rule.UNKNOWN_ROLE, "role", role));
    }

    @GetMapping("/permissions")
    ItemPage<PermissionView> permissions(
            @RequestParam(defaultValue = "50") int limit, @RequestParam Optional<String> cursor, Caller caller) {
        List<PermissionView> permissions =
                gateway.ask(new BrowsePermissions(), ResponseTypes.multipleInstancesOf(PermissionView.class), caller);
        return ItemPage.cut(permissions, PermissionView::name, limit, cursor);
    }

    @GetMapping("/policies")
    ItemPage<PolicyBody> policies(
            @RequestParam(defaultValue = "50") int limit, @RequestParam Optional<String> cursor, Caller caller) {
        List<PolicyView> policies =
                gateway.ask(new BrowsePolicies(), ResponseTypes.multipleInstancesOf(PolicyView.class), caller);
        return ItemPage.cut(policies.stream().map(PolicyBody::of).toList(), PolicyBody::id, limit, cursor);
    }

    @GetMapping("/policies/{id}")
    PolicyBody policy(@PathVariable String id, Caller caller) {
        return gateway.ask(new BrowsePolicy(id), ResponseTypes.optionalInstanceOf(PolicyView.class), caller)
                .map(PolicyBody::of)
                .orElseThrow(() -> unknown(Rule.UNKNOWN_POLICY, "policy", id));
    }

    private static AccessRuleViolated unknown(Rule rule, String kind, String name) {
        return new AccessRuleViolated(rule, "", "there is no " + kind + " `" + name + "`");
    }
}
