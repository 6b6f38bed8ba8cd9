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

/**
 * One request, judged: what denies first, then what its requirement takes. It extends what it judges by, so that a decision
 * that nobody asks the reasons of is two small objects; the reasons come of judging again, which gives the same.
 */
class Judgement extends Policies {

    Judgement(Facts facts, AccessRequest request, Instant instant, Trail trail) {
        super(facts, request, instant, trail);
    }

    /** Nothing that is not allowed here is allowed. */
    boolean allows() {
        Standing standing = standing(request.subject());
        if (standing != Standing.ACTIVE) {
            if (followed()) {
                trail.note(absent(standing));
            }
            if (standing != Standing.INACTIVE || !trail.wantsAll()) {
                return false;
            }
        }
        boolean denied = deny();
        if (denied && !trail.wantsAll()) {
            return false;
        }
        return judge(request.requirement()) && !denied && standing == Standing.ACTIVE;
    }

    List<Reason> reasons() {
        Reasons reasons = new Reasons();
        boolean allowed = new Judgement(facts(), request, instant, reasons).allows();
        return reasons.of(allowed, facts());
    }

    /** The same request judged again, with everything that was looked at written down. */
    Explanation explanation() {
        Tree tree = new Tree(facts());
        boolean allowed = new Judgement(facts(), request, instant, tree).allows();
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

    final boolean judge(Requirement requirement) {
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
        if (requirement instanceof Requirement.Lasting lasting) {
            return new Passing(facts(), request, instant, trail, lasting).met();
        }
        if (requirement instanceof Requirement.Lifts lifts) {
            return new Lifting(facts(), request, instant, trail).met(lifts);
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
        if (!met && followed()) {
            trail.note(Evidence.unmet(
                    Kind.SCOPE,
                    name,
                    "the token does not carry the scope `" + name + "`",
                    "a token with the scope `" + name + "`"));
        }
        return met;
    }

    private boolean anyRole(List<String> roles) {
        boolean met = countAs(roles);
        if (!met && followed()) {
            trail.note(new Evidence.MissingRole(roles));
        }
        return met;
    }

    private boolean anyPermission(List<String> permissions) {
        boolean met = false;
        for (String permission : permissions) {
            met |= everywhere(permission);
        }
        if (!met && followed()) {
            trail.note(new Evidence.Missing(permissions, ""));
        }
        return met;
    }

    private boolean everywhere(String permission) {
        int colon = permission.indexOf(':');
        return colon >= 0 && give(permission.substring(0, colon), permission.substring(colon + 1), Reach.EVERYWHERE);
    }

    private boolean allPermissions(List<String> permissions) {
        List<String> missing =
                permissions.stream().filter(name -> !giveEverywhere(name)).toList();
        if (!followed()) {
            return missing.isEmpty();
        }
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
        Optional<RoleFacts> role = facts().role(name);
        if (role.isEmpty()) {
            return true;
        }
        if (role.get().roles().contains(RoleFacts.ADMIN)) {
            return anyRole(List.of(RoleFacts.ADMIN));
        }
        boolean permitted =
                allPermissions(role.get().grants().named().stream().sorted().toList());
        return favourOnlyWhatIsHeld(role.get()) && permitted;
    }

    private boolean owner() {
        ResourceType type = ResourceType.of(request.resource().type());
        boolean met = type != null && owns(type, attributes());
        if (!met && followed()) {
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
        if (parts.isEmpty() && followed()) {
            trail.note(Evidence.unmet(Kind.DEFAULT, request.action().name(), "nothing allows this"));
        }
        for (Requirement part : parts) {
            any |= judge(part);
            if (any && !followed()) {
                return true;
            }
        }
        return any;
    }

    /** The access model: ownership, a permission for this resource, or a policy. Nothing else, so everything else is denied. */
    private boolean may(String action) {
        Resource resource = request.resource();
        ResourceType type = ResourceType.of(resource.type());
        Map<String, Object> attributes = type == null ? Map.of() : attributes();
        ResourceType.Reserved reserved = type == null ? null : type.reservation(action, attributes);
        boolean met = type != null && type.ownerMay().contains(action) && owns(type, attributes);
        if (met && !followed()) {
            return true;
        }
        met |= reserved == null ? give(resource.type(), action, Reach.HERE) : giveOne(resource.type(), reserved);
        if (met && !followed()) {
            return true;
        }
        met |= allow(action);
        if (!met && followed()) {
            trail.note(
                    reserved == null
                            ? new Evidence.Missing(List.of(resource.type() + ":" + action), "")
                            : new Evidence.Missing(reserved.permissions(resource.type()), "; " + reserved.because()));
        }
        return met;
    }

    private boolean giveOne(String type, ResourceType.Reserved reserved) {
        boolean met = false;
        for (String action : reserved.actions()) {
            met |= give(type, action, Reach.HERE);
        }
        return met;
    }

    private boolean owns(ResourceType type, Map<String, Object> attributes) {
        SubjectId subject = request.subject();
        boolean owns = subject.type().equals(SubjectId.USER) && type.owns(subject.id(), attributes);
        if (owns && followed()) {
            trail.note(Evidence.met(Kind.OWNER, request.resource().id(), "the subject owns " + resource()));
        }
        return owns;
    }

    private Map<String, Object> attributes() {
        Map<String, Object> known =
                facts().known(request.resource().type(), request.resource().id());
        return known == null ? Map.of() : known;
    }

    private String resource() {
        return "`" + request.resource().type() + "/" + request.resource().id() + "`";
    }
}
