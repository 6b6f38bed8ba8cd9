package org.mandate.authorization.decision;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.decision.Holdings.Reach;
import org.mandate.authorization.decision.Reason.Kind;
import org.mandate.authorization.facts.Facts;
import org.mandate.authorization.facts.RoleFacts;
import org.mandate.authorization.facts.Standing;

/** One request, judged: what denies first, then what its requirement takes. */
final class Judgement {

    private final Facts facts;
    private final AccessRequest request;
    private final Instant instant;
    private final Trail trail;
    private final Holdings holdings;
    private final Policies policies;

    Judgement(Facts facts, AccessRequest request, Instant instant) {
        this(facts, request, instant, new Reasons());
    }

    private Judgement(Facts facts, AccessRequest request, Instant instant, Trail trail) {
        this.facts = facts;
        this.request = request;
        this.instant = instant;
        this.trail = trail;
        this.holdings = new Holdings(facts, request, instant, trail);
        this.policies = new Policies(facts, request, instant, holdings, trail);
    }

    /** Nothing that is not allowed here is allowed. */
    boolean allows() {
        Standing standing = facts.standing(request.subject());
        if (standing != Standing.ACTIVE) {
            trail.note(absent(standing));
            return false;
        }
        boolean denied = policies.deny();
        if (denied && !trail.wantsAll()) {
            return false;
        }
        return judge(request.requirement()) && !denied;
    }

    List<Reason> reasons(boolean allowed) {
        return trail instanceof Reasons reasons ? reasons.of(allowed, facts) : List.of();
    }

    /** The same request judged again, with everything that was looked at written down. */
    Explanation explanation() {
        Tree tree = new Tree(facts);
        boolean allowed = new Judgement(facts, request, instant, tree).allows();
        return tree.explanation(allowed);
    }

    private Evidence absent(Standing standing) {
        String id = request.subject().id();
        return standing == Standing.INACTIVE
                ? Evidence.unmet(
                        Kind.INACTIVE,
                        id,
                        "user `" + id + "` is deactivated",
                        "user `" + id + "` would have to be active")
                : Evidence.unmet(Kind.DEFAULT, id, "user `" + id + "` is not known");
    }

    private boolean judge(Requirement requirement) {
        long entered = trail.enter(requirement);
        boolean met = met(requirement);
        trail.leave(entered, met);
        return met;
    }

    private boolean met(Requirement requirement) {
        if (requirement instanceof Requirement.May may) {
            return may(may.action());
        }
        if (requirement instanceof Requirement.AllOf all) {
            return allOf(all.parts());
        }
        if (requirement instanceof Requirement.AnyOf any) {
            return anyOf(any.parts());
        }
        if (requirement instanceof Requirement.Scope scope) {
            return scope(scope.name());
        }
        if (requirement instanceof Requirement.AnyPermission permissions) {
            return anyPermission(permissions.permissions());
        }
        if (requirement instanceof Requirement.AnyRole roles) {
            return anyRole(roles.roles());
        }
        if (requirement instanceof Requirement.AllPermissions permissions) {
            return allPermissions(permissions.permissions());
        }
        if (requirement instanceof Requirement.MayGrant grant) {
            return mayGrant(grant.role());
        }
        if (requirement instanceof Requirement.Owner) {
            return owner();
        }
        if (requirement instanceof Requirement.Authenticated) {
            trail.note(Evidence.met(Kind.DEFAULT, "authenticated", "signed in and active"));
            return true;
        }
        throw new IllegalStateException("a requirement that nobody judges: " + requirement);
    }

    private boolean scope(String name) {
        boolean met = request.scopes().isEmpty() || request.scopes().get().contains(name);
        if (!met) {
            trail.note(Evidence.unmet(
                    Kind.SCOPE,
                    name,
                    "the token does not carry the scope `" + name + "`",
                    "a token with the scope `" + name + "`"));
        }
        return met;
    }

    private boolean anyRole(List<String> roles) {
        boolean met = holdings.countAs(roles, request.resource());
        if (!met) {
            String needed = (roles.size() == 1 ? "the role is missing: " : "one of these roles is missing: ");
            trail.note(Evidence.unmet(
                    Kind.ROLE,
                    String.join(", ", roles),
                    needed + Words.quoted(roles),
                    "holding " + Words.anyOf(roles)));
        }
        return met;
    }

    private boolean anyPermission(List<String> permissions) {
        boolean met = false;
        for (String permission : permissions) {
            met |= everywhere(permission);
        }
        if (!met) {
            trail.note(new Evidence.Missing(permissions, ""));
        }
        return met;
    }

    private boolean everywhere(String permission) {
        int colon = permission.indexOf(':');
        return colon >= 0
                && holdings.give(
                        permission.substring(0, colon),
                        permission.substring(colon + 1),
                        Reach.EVERYWHERE,
                        request.resource());
    }

    private boolean allPermissions(List<String> permissions) {
        List<String> missing = permissions.stream()
                .filter(name -> !holdings.giveEverywhere(name))
                .toList();
        trail.note(
                missing.isEmpty()
                        ? Evidence.met(
                                Kind.DEFAULT,
                                "held",
                                "the subject holds all that would be passed on: " + Words.some(permissions))
                        : Evidence.unmet(
                                Kind.DEFAULT,
                                Words.names(missing),
                                "one may give only what one holds; missing: " + Words.some(missing),
                                "holding " + Words.some(missing)));
        return missing.isEmpty();
    }

    /** A role that is not there gives nothing; whoever is to change it finds out. */
    private boolean mayGrant(String name) {
        Optional<RoleFacts> role = facts.role(name);
        if (role.isEmpty()) {
            return true;
        }
        if (role.get().roles().contains(RoleFacts.ADMIN)) {
            return anyRole(List.of(RoleFacts.ADMIN));
        }
        boolean permitted =
                allPermissions(role.get().grants().named().stream().sorted().toList());
        return policies.favourOnlyWhatIsHeld(role.get()) && permitted;
    }

    private boolean owner() {
        boolean met = owns(Optional.empty());
        if (!met) {
            trail.note(Evidence.unmet(Kind.OWNER, request.resource().id(), "the subject does not own " + resource()));
        }
        return met;
    }

    private boolean allOf(List<Requirement> parts) {
        boolean met = true;
        for (Requirement part : parts) {
            met &= judge(part);
            if (!met && !trail.wantsAll()) {
                return false;
            }
        }
        return met;
    }

    private boolean anyOf(List<Requirement> parts) {
        boolean any = false;
        if (parts.isEmpty()) {
            trail.note(Evidence.unmet(Kind.DEFAULT, request.action().name(), "nothing allows this"));
        }
        for (Requirement part : parts) {
            any |= judge(part);
        }
        return any;
    }

    /** The access model: ownership, a permission for this resource, or a policy. Nothing else, so everything else is denied. */
    private boolean may(String action) {
        Resource resource = request.resource();
        Optional<ResourceType.Reserved> reserved =
                ResourceType.named(resource.type()).flatMap(type -> type.reservation(action, attributes()));
        boolean met = owns(Optional.of(action));
        if (reserved.isPresent()) {
            for (String permission : reserved.get().permissions()) {
                int colon = permission.indexOf(':');
                met |= holdings.give(
                        permission.substring(0, colon), permission.substring(colon + 1), Reach.HERE, resource);
            }
        } else {
            met |= holdings.give(resource.type(), action, Reach.HERE, resource);
        }
        met |= policies.allow(action);
        if (!met) {
            List<String> sufficient = reserved.map(ResourceType.Reserved::permissions)
                    .orElseGet(() -> List.of(resource.type() + ":" + action));
            trail.note(new Evidence.Missing(
                    sufficient, reserved.map(one -> "; " + one.because()).orElse("")));
        }
        return met;
    }

    private boolean owns(Optional<String> action) {
        SubjectId subject = request.subject();
        boolean owns = subject.type().equals(SubjectId.USER)
                && ResourceType.named(request.resource().type())
                        .filter(type -> action.map(type.ownerMay()::contains).orElse(true))
                        .filter(type -> type.owns(subject.id(), attributes()))
                        .isPresent();
        if (owns) {
            trail.note(Evidence.met(Kind.OWNER, request.resource().id(), "the subject owns " + resource()));
        }
        return owns;
    }

    private Map<String, Object> attributes() {
        return facts.attributes(request.resource().type(), request.resource().id())
                .orElse(Map.of());
    }

    private String resource() {
        return "`" + request.resource().type() + "/" + request.resource().id() + "`";
    }
}
