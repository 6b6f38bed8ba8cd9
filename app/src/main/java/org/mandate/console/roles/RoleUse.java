package org.mandate.console.roles;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.mandate.authorization.permission.FindPermissions;
import org.mandate.authorization.reproduction.Jobs.State;
import org.mandate.authorization.usage.FindUnusedGrants;
import org.mandate.authorization.usage.Grant;
import org.mandate.authorization.usage.UnusedGrant;
import org.mandate.authorization.usage.UnusedGrants;
import org.mandate.console.Link;
import org.mandate.enforcement.Caller;
import org.mandate.enforcement.Gateway;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Which permissions of a role no recorded decision needed. The journal is walked through only where somebody asks. */
@Controller
class RoleUse {

    private static final Duration PATIENCE = Duration.ofMillis(500);
    private static final int LONGEST = 3660;

    private final Gateway gateway;
    private final Clock clock;
    private final AtomicReference<Optional<Walk>> newest = new AtomicReference<>(Optional.empty());

    RoleUse(Gateway gateway, Clock clock) {
        this.gateway = gateway;
        this.clock = clock;
    }

    /** A walk through the journal, good for all roles. */
    private record Walk(String id, Instant since) {}

    /** What is known of the use of a role's own permissions. */
    record Use(
            boolean running,
            boolean failed,
            long position,
            long total,
            Instant since,
            long decisions,
            String again,
            List<Unused> items) {

        static Use of(UnusedGrants found, Walk walk, String role) {
            return new Use(
                    found.state() == State.RUNNING,
                    found.state() == State.FAILED,
                    found.progress().position(),
                    found.progress().total(),
                    walk.since(),
                    found.decisions(),
                    place(role, walk),
                    found.items().stream()
                            .filter(grant -> grant.role().equals(role))
                            .flatMap(grant -> Unused.of(grant).stream())
                            .toList());
        }
    }

    /** A permission that was not needed, and which roles would have given it as well. */
    record Unused(String permission, List<String> others, String simulation) {

        static Optional<Unused> of(UnusedGrant grant) {
            return grant.permission()
                    .map(permission -> new Unused(
                            permission,
                            grant.redundantWith().stream()
                                    .filter(Grant.Permitted.class::isInstance)
                                    .map(other -> ((Grant.Permitted) other).role())
                                    .distinct()
                                    .toList(),
                            Link.to("/console/simulate")
                                    .with("changes", Optional.of(removal(grant.role(), permission)))
                                    .toString()));
        }

        private static String removal(String role, String permission) {
            ArrayNode changes = JsonNodeFactory.instance.arrayNode();
            ObjectNode loser =
                    changes.addObject().putObject("remove").putArray("roles").addObject();
            loser.put("name", role).putArray("permissions").add(permission);
            return changes.toString();
        }
    }

    /** Begin a walk, and lead to where its findings are shown. */
    @GetMapping("/console/roles/{name}/unused")
    String look(@PathVariable String name, @RequestParam(defaultValue = "30") int days, Caller caller) {
        Instant since = clock.instant().minus(Duration.ofDays(Math.max(1, Math.min(days, LONGEST))));
        UnusedGrants begun = find(since, Optional.empty(), PATIENCE, caller).orElseThrow();
        Walk walk = new Walk(begun.walk(), since);
        newest.set(Optional.of(walk));
        return "redirect:" + place(name, walk) + "#unused";
    }

    private static String place(String role, Walk walk) {
        return Link.to("/console/roles/" + role)
                .with("walk", Optional.of(walk.id()))
                .with("since", Optional.of(walk.since()))
                .toString();
    }

    /** Puts what is known into the page: of the walk that its link names, else of the last one that was begun here. */
    void show(String role, Optional<String> walk, Optional<Instant> since, Caller caller, Model model) {
        Optional<Walk> named = walk.flatMap(id -> since.map(from -> new Walk(id, from)));
        boolean may = gateway.wouldAdmit(new FindUnusedGrants(clock.instant(), Optional.of(""), PATIENCE), caller);
        model.addAttribute("mayLook", may);
        model.addAttribute("maySimulate", gateway.wouldAdmit(new FindPermissions(), caller));
        Optional<Walk> known = may ? named.or(newest::get) : Optional.empty();
        known.flatMap(one -> find(one.since(), Optional.of(one.id()), Duration.ZERO, caller)
                        .map(found -> Use.of(found, one, role)))
                .ifPresent(use -> model.addAttribute("use", use));
    }

    private Optional<UnusedGrants> find(Instant since, Optional<String> walk, Duration patience, Caller caller) {
        return gateway.ask(
                new FindUnusedGrants(since, walk, patience),
                ResponseTypes.optionalInstanceOf(UnusedGrants.class),
                caller);
    }
}
