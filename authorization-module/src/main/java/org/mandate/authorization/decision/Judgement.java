package org.mandate.authorization.decision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.facts.Facts;

/** One request, judged against one requirement after another. */
final class Judgement {

    private final Facts facts;
    private final AccessRequest request;
    private final Holdings holdings;

    Judgement(Facts facts, AccessRequest request, Instant instant) {
        this.facts = facts;
        this.request = request;
        this.holdings = new Holdings(facts, request.subject(), request.ip(), instant);
    }

    Verdict judge(Requirement requirement) {
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
        if (requirement instanceof Requirement.Owner) {
            return owner();
        }
        if (requirement instanceof Requirement.Authenticated) {
            return Verdict.met(List.of(new Reason(Reason.Kind.DEFAULT, "authenticated", "signed in and active")));
        }
        throw new IllegalStateException("a requirement that nobody judges: " + requirement);
    }

    private Verdict scope(String name) {
        Optional<Set<String>> scopes = request.scopes();
        return scopes.isEmpty() || scopes.get().contains(name)
                ? Verdict.met(List.of())
                : Verdict.unmet(Reason.Kind.SCOPE, name, "the token does not carry the scope `" + name + "`");
    }

    private Verdict anyRole(List<String> roles) {
        List<Reason> reasons = holdings.rolesAmong(roles);
        return reasons.isEmpty()
                ? Verdict.unmet(
                        Reason.Kind.ROLE,
                        String.join(", ", roles),
                        (roles.size() == 1 ? "the role is missing: " : "one of these roles is missing: ")
                                + quoted(roles))
                : Verdict.met(reasons);
    }

    private Verdict anyPermission(List<String> permissions) {
        List<Reason> reasons = new ArrayList<>();
        permissions.forEach(permission -> reasons.addAll(holdings.everywhere(permission)));
        return reasons.isEmpty() ? missing(permissions, "") : Verdict.met(reasons);
    }

    private Verdict owner() {
        List<Reason> reasons = ownership(Optional.empty());
        return reasons.isEmpty()
                ? Verdict.unmet(Reason.Kind.OWNER, request.resource().id(), "the subject does not own " + resource())
                : Verdict.met(reasons);
    }

    private Verdict allOf(List<Requirement> parts) {
        Set<Reason> reasons = new LinkedHashSet<>();
        for (Requirement part : parts) {
            Verdict verdict = judge(part);
            if (!verdict.met()) {
                return verdict;
            }
            reasons.addAll(verdict.reasons());
        }
        return Verdict.met(List.copyOf(reasons));
    }

    private Verdict anyOf(List<Requirement> parts) {
        Set<Reason> missing = new LinkedHashSet<>();
        Set<Reason> met = new LinkedHashSet<>();
        boolean any = false;
        if (parts.isEmpty()) {
            missing.add(new Reason(Reason.Kind.DEFAULT, request.action().name(), "nothing allows this"));
        }
        for (Requirement part : parts) {
            Verdict verdict = judge(part);
            any |= verdict.met();
            (verdict.met() ? met : missing).addAll(verdict.reasons());
        }
        return new Verdict(any, List.copyOf(any ? met : missing));
    }

    /** The access model: a permission for this resource, or ownership. Nothing else, so everything else is denied. */
    private Verdict may(String action) {
        Resource resource = request.resource();
        Map<String, Object> attributes = attributes();
        Optional<ResourceType.Reserved> reserved =
                ResourceType.named(resource.type()).flatMap(type -> type.reservation(action, attributes));
        List<Reason> reasons = new ArrayList<>(ownership(Optional.of(action)));
        List<String> sufficient = reserved.map(ResourceType.Reserved::permissions)
                .orElseGet(() -> List.of(resource.type() + ":" + action));
        if (reserved.isPresent()) {
            sufficient.forEach(permission -> reasons.addAll(holdings.forResource(permission, resource)));
        } else {
            reasons.addAll(holdings.forResource(resource.type(), action, resource));
        }
        if (!reasons.isEmpty()) {
            return Verdict.met(reasons);
        }
        return missing(sufficient, reserved.map(one -> "; " + one.because()).orElse(""));
    }

    private List<Reason> ownership(Optional<String> action) {
        SubjectId subject = request.subject();
        Optional<ResourceType> type = ResourceType.named(request.resource().type());
        boolean owns = subject.type().equals(SubjectId.USER)
                && type.filter(one -> action.map(one.ownerMay()::contains).orElse(true))
                        .filter(one -> one.owns(subject.id(), attributes()))
                        .isPresent();
        return owns
                ? List.of(new Reason(Reason.Kind.OWNER, request.resource().id(), "the subject owns " + resource()))
                : List.of();
    }

    private Map<String, Object> attributes() {
        return facts.attributes(request.resource().type(), request.resource().id())
                .orElse(Map.of());
    }

    private static Verdict missing(List<String> permissions, String because) {
        return Verdict.unmet(
                Reason.Kind.DEFAULT,
                String.join(", ", permissions),
                (permissions.size() == 1 ? "no valid assignment gives " : "no valid assignment gives one of ")
                        + quoted(permissions)
                        + because);
    }

    private String resource() {
        return "`" + request.resource().type() + "/" + request.resource().id() + "`";
    }

    private static String quoted(List<String> names) {
        return String.join(", ", names.stream().map(name -> "`" + name + "`").toList());
    }
}
