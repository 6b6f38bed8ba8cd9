package org.mandate.administration;

import java.util.LinkedHashMap;
import java.util.Map;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.axonframework.queryhandling.QueryHandler;
import org.mandate.authorization.assignment.FindMembers;
import org.mandate.authorization.facts.FactsStatus;
import org.mandate.authorization.permission.FindPermissions;
import org.mandate.authorization.permission.PermissionView;
import org.mandate.authorization.role.FindRoles;
import org.mandate.authorization.role.RoleView;
import org.mandate.identity.user.FindUser;
import org.mandate.identity.user.UserView;
import org.springframework.stereotype.Component;

/** How things stand on this node. */
@Component
class Overview {

    /** More administrators than this nobody needs to know the number of. */
    private static final int MOST_COUNTED = 10_000;

    private final QueryGateway queries;
    private final FactsStatus facts;

    Overview(QueryGateway queries, FactsStatus facts) {
        this.queries = queries;
        this.facts = facts;
    }

    @QueryHandler
    DashboardView handle(FindDashboard query) {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("roles", count(new FindRoles(), RoleView.class));
        counts.put("permissions", count(new FindPermissions(), PermissionView.class));
        counts.put("administrators", count(new FindMembers("admin", MOST_COUNTED), String.class));
        counts.put("position", facts.position());
        return new DashboardView(username(query), counts);
    }

    private String username(FindDashboard query) {
        return queries.query(new FindUser(query.reader()), ResponseTypes.optionalInstanceOf(UserView.class))
                .join()
                .map(UserView::username)
                .orElse(query.reader().value());
    }

    private long count(Object query, Class<?> items) {
        return queries.query(query, ResponseTypes.multipleInstancesOf(items))
                .join()
                .size();
    }
}
