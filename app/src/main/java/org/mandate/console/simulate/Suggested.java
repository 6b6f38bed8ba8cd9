package org.mandate.console.simulate;

import java.util.List;
import java.util.stream.Stream;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.mandate.authorization.constraint.ConstraintView;
import org.mandate.authorization.constraint.FindConstraints;
import org.mandate.authorization.permission.PermissionView;
import org.mandate.authorization.policy.PolicyView;
import org.mandate.authorization.role.BrowseRoles;
import org.mandate.authorization.role.RolePage;
import org.mandate.authorization.role.RoleView;
import org.mandate.enforcement.Caller;
import org.mandate.enforcement.Gateway;
import org.mandate.oversight.BrowsePermissions;
import org.mandate.oversight.BrowsePolicies;

/** Names that stand in the system, offered where one is to be written: the first of them, since more are not chosen from. */
record Suggested(List<String> roles, List<String> permissions, List<String> policies, List<ConstraintView> duties) {

    private static final int MOST = 200;

    static Suggested to(Caller caller, Gateway gateway) {
        Asking asking = new Asking(caller, gateway);
        RolePage roles = gateway.ask(BrowseRoles.all(MOST), ResponseTypes.instanceOf(RolePage.class), caller);
        return new Suggested(
                roles.items().stream().map(RoleView::name).toList(),
                asking.first(new BrowsePermissions(), PermissionView.class)
                        .map(PermissionView::name)
                        .toList(),
                asking.first(new BrowsePolicies(), PolicyView.class)
                        .map(PolicyView::id)
                        .toList(),
                asking.first(new FindConstraints(), ConstraintView.class).toList());
    }

    private record Asking(Caller caller, Gateway gateway) {

        <T> Stream<T> first(Object query, Class<T> type) {
            return gateway.ask(query, ResponseTypes.multipleInstancesOf(type), caller).stream()
                    .limit(MOST);
        }
    }
}
