package org.mandate.authorization.facts;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mandate.authorization.event.PermissionDefined;
import org.mandate.authorization.event.PermissionDescribed;
import org.mandate.authorization.event.PermissionRetired;
import org.mandate.authorization.event.RoleDefined;
import org.mandate.authorization.event.RoleDescribed;
import org.mandate.authorization.event.RoleInheritanceAdded;
import org.mandate.authorization.event.RoleInheritanceRemoved;
import org.mandate.authorization.event.RolePermissionGranted;
import org.mandate.authorization.event.RolePermissionRevoked;
import org.mandate.authorization.event.RoleRetired;

/** The catalogue of permissions, and roles with what they come to. Closures are computed when a role changes, never asked for. */
final class RoleApplier {

    private final FactBase base;

    RoleApplier(FactBase base) {
        this.base = base;
    }

    void register(Appliers appliers) {
        appliers.on(PermissionDefined.class, (event, at) -> permission(event.name(), at, event.description()));
        appliers.on(PermissionDescribed.class, (event, at) -> permission(event.name(), at, event.description()));
        appliers.on(PermissionRetired.class, (event, at) -> permission(event.name(), at, null));
        appliers.on(RoleDefined.class, this::defined);
        appliers.on(RoleRetired.class, (event, at) -> {
            put(event.role(), at, null);
            recompute(heirsOf(event.role()), at);
        });
        appliers.on(
                RoleDescribed.class,
                (event, at) -> change(event.role(), at, was -> was.described(event.description())));
        appliers.on(
                RolePermissionGranted.class,
                (event, at) -> change(
                        event.role(), at, was -> was.permitted(with(was.permissions(), kept(event.permission())))));
        appliers.on(
                RolePermissionRevoked.class,
                (event, at) ->
                        change(event.role(), at, was -> was.permitted(without(was.permissions(), event.permission()))));
        appliers.on(RoleInheritanceAdded.class, (event, at) -> {
            base.heirs.add(event.inherited(), event.role());
            change(event.role(), at, was -> was.inheriting(with(was.inherits(), event.inherited())));
        });
        appliers.on(
                RoleInheritanceRemoved.class,
                (event, at) ->
                        change(event.role(), at, was -> was.inheriting(without(was.inherits(), event.inherited()))));
    }

    /** What a role says of itself, before what follows from it. */
    private record Own(String description, Set<String> permissions, Set<String> inherits) {

        Own described(String text) {
            return new Own(text, permissions, inherits);
        }

        Own permitted(Set<String> these) {
            return new Own(description, these, inherits);
        }

        Own inheriting(Set<String> these) {
            return new Own(description, permissions, these);
        }
    }

    private void permission(String name, History.Entry entry, @Nullable String description) {
        Timeline<String> was = base.permissions.last(name);
        base.permissions.put(name, (was == null ? Timeline.<String>empty() : was).then(entry.position(), description));
    }

    private void defined(RoleDefined event, History.Entry entry) {
        event.inherits().forEach(inherited -> base.heirs.add(inherited, event.role()));
        Set<String> permissions = event.permissions().stream().map(this::kept).collect(Collectors.toSet());
        Own own = new Own(event.description(), permissions, new HashSet<>(event.inherits()));
        put(event.role(), entry, resolved(latest(event.role()), event.role(), own));
        recompute(heirsOf(event.role()), entry);
    }

    private void change(String role, History.Entry entry, UnaryOperator<Own> change) {
        RoleFacts was = latest(role);
        if (was == null) {
            throw new IllegalStateException("role `" + role + "` changed but does not exist");
        }
        Own own = change.apply(new Own(was.description(), was.permissions(), was.inherits()));
        put(role, entry, resolved(was, role, own));
        recompute(heirsOf(role), entry);
    }

    /** Heirs come after what they inherit from, so each is computed once and on finished closures. */
    private void recompute(Iterable<String> heirs, History.Entry entry) {
        for (String heir : heirs) {
            RoleFacts was = latest(heir);
            if (was != null) {
                put(heir, entry, resolved(was, heir, new Own(was.description(), was.permissions(), was.inherits())));
            }
        }
    }

    /** What has not changed is shared with the version before: most versions of a role differ from it in little. */
    private RoleFacts resolved(@Nullable RoleFacts was, String role, Own own) {
        Set<String> roles = new HashSet<>(Set.of(role));
        Set<PermissionName> permissions = new HashSet<>();
        own.permissions().forEach(name -> permissions.add(interned(name)));
        for (String inherited : own.inherits()) {
            RoleFacts facts = latest(inherited);
            if (facts != null) {
                roles.addAll(facts.roles());
                facts.grants().addTo(permissions);
            }
        }
        boolean everything = roles.contains(RoleFacts.ADMIN);
        Grants grants = was != null && was.grants().are(permissions, everything)
                ? was.grants()
                : Grants.of(permissions, everything);
        return new RoleFacts(outline(was, role, own, roles), own.permissions(), grants);
    }

    private static RoleFacts.Outline outline(@Nullable RoleFacts was, String role, Own own, Set<String> roles) {
        RoleFacts.Outline now = new RoleFacts.Outline(role, own.description(), own.inherits(), roles);
        return was != null && was.outline().equals(now) ? was.outline() : now;
    }

    /** The same text, as all that name it have it. */
    private String kept(String permission) {
        return interned(permission).name();
    }

    private PermissionName interned(String name) {
        PermissionName known = base.permissionNames.get(name);
        if (known != null) {
            return known;
        }
        PermissionName parts = PermissionName.of(name);
        base.permissionNames.put(name, parts);
        return parts;
    }

    /** Every role that inherits from this one, over any number of steps, in an order in which ancestors come first. */
    private Set<String> heirsOf(String role) {
        Set<String> reached = new HashSet<>();
        Deque<String> toVisit = new ArrayDeque<>(Set.of(role));
        while (!toVisit.isEmpty()) {
            for (String heir : base.heirs.get(toVisit.pop())) {
                if (reached.add(heir)) {
                    toVisit.push(heir);
                }
            }
        }
        Set<String> ordered = new LinkedHashSet<>();
        reached.forEach(heir -> inOrder(heir, reached, ordered));
        return ordered;
    }

    private void inOrder(String role, Set<String> among, Set<String> ordered) {
        RoleFacts facts = latest(role);
        if (facts == null || ordered.contains(role)) {
            return;
        }
        for (String inherited : facts.inherits()) {
            if (among.contains(inherited)) {
                inOrder(inherited, among, ordered);
            }
        }
        ordered.add(role);
    }

    private @Nullable RoleFacts latest(String role) {
        Timeline<RoleFacts> timeline = base.roles.last(role);
        return timeline == null ? null : timeline.latest();
    }

    private void put(String role, History.Entry entry, @Nullable RoleFacts facts) {
        Timeline<RoleFacts> was = base.roles.last(role);
        Timeline<RoleFacts> known = was == null ? Timeline.<RoleFacts>empty() : was;
        base.roles.put(role, known.then(entry.position(), facts, (before, closed) -> closed.since(before)));
    }

    private static Set<String> with(Set<String> set, String element) {
        Set<String> changed = new HashSet<>(set);
        changed.add(element);
        return changed;
    }

    private static Set<String> without(Set<String> set, String element) {
        Set<String> changed = new HashSet<>(set);
        changed.remove(element);
        return changed;
    }
}
