package org.mandate.authorization.role;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.mandate.authorization.facts.Facts;
import org.mandate.authorization.facts.LiveFacts;
import org.mandate.authorization.facts.RoleFacts;
import org.springframework.stereotype.Component;

/** Roles as the facts have them. */
@Component
class RoleQueries {

    private final LiveFacts facts;

    RoleQueries(LiveFacts facts) {
        this.facts = facts;
    }

    @QueryHandler
    List<RoleView> handle(FindRoles query) {
        Facts now = facts.now();
        return now.roles().stream()
                .sorted(Comparator.comparing(RoleFacts::name))
                .map(role -> view(role, now))
                .toList();
    }

    @QueryHandler
    Optional<RoleView> handle(FindRole query) {
        Facts now = facts.now();
        return now.role(query.name()).map(role -> view(role, now));
    }

    private static RoleView view(RoleFacts role, Facts facts) {
        return new RoleView(
                role.name(),
                role.description(),
                role.permissions().stream().sorted().toList(),
                role.inherits().stream().sorted().toList(),
                List.copyOf(role.grants().names(facts.permissions())));
    }
}
