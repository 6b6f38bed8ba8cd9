package org.mandate.authorization.permission;

import java.util.List;
import org.axonframework.queryhandling.QueryHandler;
import org.mandate.authorization.facts.Facts;
import org.mandate.authorization.facts.LiveFacts;
import org.springframework.stereotype.Component;

/** The catalogue as the facts have it. */
@Component
class PermissionQueries {

    private final LiveFacts facts;

    PermissionQueries(LiveFacts facts) {
        this.facts = facts;
    }

    @QueryHandler
    List<PermissionView> handle(FindPermissions query) {
        Facts now = facts.now();
        return now.permissions().stream()
                .sorted()
                .map(name -> view(name, now.permission(name).orElse("")))
                .toList();
    }

    private static PermissionView view(String name, String description) {
        int colon = name.indexOf(':');
        return new PermissionView(name, name.substring(0, colon), name.substring(colon + 1), description);
    }
}
