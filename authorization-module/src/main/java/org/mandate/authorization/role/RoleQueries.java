package org.mandate.authorization.role;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
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

    @QueryHandler
    RolePage handle(BrowseRoles query) {
        Facts now = facts.now();
        List<RoleFacts> found = now.roles().stream()
                .filter(role -> query.after()
                        .map(last -> role.name().compareTo(last) > 0)
                        .orElse(true))
                .filter(role -> query.q().map(part -> mentions(role, part)).orElse(true))
                .filter(role -> query.inherits().map(role.inherits()::contains).orElse(true))
                .sorted(Comparator.comparing(RoleFacts::name))
                .limit(query.limit() + 1L)
                .toList();
        List<RoleFacts> page = found.subList(0, Math.min(found.size(), query.limit()));
        return new RolePage(
                page.stream().map(role -> view(role, now)).toList(),
                found.size() > page.size()
                        ? Optional.of(page.get(page.size() - 1).name())
                        : Optional.empty());
    }

    @QueryHandler
    Optional<RoleOverview> handle(BrowseRole query) {
        Facts now = facts.now();
        return now.role(query.name()).map(role -> new Surroundings(now).of(view(role, now)));
    }

    private static boolean mentions(RoleFacts role, String part) {
        String sought = part.toLowerCase(Locale.ROOT);
        return role.name().toLowerCase(Locale.ROOT).contains(sought)
                || role.description().toLowerCase(Locale.ROOT).contains(sought);
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
