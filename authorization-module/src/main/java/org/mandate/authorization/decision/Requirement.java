package org.mandate.authorization.decision;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.mandate.authorization.Terms;

/**
 * What a request must meet: the vocabulary of the enforcement table. The text form of a requirement is stable and is part of
 * each decision's record, from which {@link #parse} makes the requirement again.
 */
public sealed interface Requirement {

    /** Signed in and active, no more. */
    record Authenticated() implements Requirement {
        @Override
        public String toString() {
            return "authenticated";
        }
    }

    /** The token carries the scope; of no effect where no token is involved. */
    record Scope(String name) implements Requirement {
        @Override
        public String toString() {
            return "scope(" + RequirementText.name(name) + ")";
        }
    }

    /** At least one of the roles is held, directly or by inheritance. */
    record AnyRole(List<String> roles) implements Requirement {
        @Override
        public String toString() {
            return "anyRole(" + RequirementText.names(roles) + ")";
        }
    }

    /** At least one of the permissions is held, for this resource. */
    record AnyPermission(List<String> permissions) implements Requirement {
        @Override
        public String toString() {
            return "anyPermission(" + RequirementText.names(permissions) + ")";
        }
    }

    /** Every one of the permissions is held, without a limit to a resource. */
    record AllPermissions(List<String> permissions) implements Requirement {
        @Override
        public String toString() {
            return "allPermissions(" + RequirementText.names(permissions) + ")";
        }
    }

    /** All that the role gives is held, without a limit to a resource: only that may be passed on. */
    record MayGrant(String role) implements Requirement {
        @Override
        public String toString() {
            return "mayGrant(" + RequirementText.name(role) + ")";
        }
    }

    /** Takes off somebody what a policy denies them. */
    sealed interface Lifts extends Requirement {}

    /** What policies deny holders of the role may be taken off them: only what one may oneself, without limits. */
    record MayLift(String role) implements Lifts {
        @Override
        public String toString() {
            return "mayLift(" + RequirementText.name(role) + ")";
        }
    }

    /** As {@link MayLift}, for a role that stays and inherits no more than these. */
    record MayReduce(String role, List<String> inherits) implements Lifts {

        public MayReduce {
            inherits = List.copyOf(inherits);
        }

        @Override
        public String toString() {
            return "mayReduce(" + RequirementText.name(role) + ",to(" + RequirementText.names(inherits) + "))";
        }
    }

    /** As {@link MayLift}, for a policy that is changed or retired; one that does not deny lifts nothing. */
    record MayRelax(String policy) implements Lifts {
        @Override
        public String toString() {
            return "mayRelax(" + RequirementText.name(policy) + ")";
        }
    }

    /**
     * The part is met by what is held without an end, or at least until then, and from anywhere, or at least from these
     * networks: what is given on these terms outlasts and outreaches nothing that the giver holds.
     * @param until when what is given ends; empty where it does not
     * @param networks where it holds from; empty for everywhere
     */
    record Lasting(Optional<Instant> until, List<String> networks, Requirement part) implements Requirement {

        public Lasting {
            networks = List.copyOf(networks);
        }

        @Override
        public String toString() {
            return "lasting(" + until.map(Instant::toString).orElse(RequirementText.WITHOUT_END) + ",from("
                    + RequirementText.names(networks) + ")," + part + ")";
        }
    }

    /** The subject owns the resource. */
    record Owner() implements Requirement {
        @Override
        public String toString() {
            return "owner";
        }
    }

    /** The access model allows the action on the resource: by a permission, by ownership or by a policy. */
    record May(String action) implements Requirement {
        @Override
        public String toString() {
            return "may(" + RequirementText.name(action) + ")";
        }
    }

    /** Every one of the parts is met. */
    record AllOf(List<Requirement> parts) implements Requirement {
        @Override
        public String toString() {
            return "allOf("
                    + String.join(",", parts.stream().map(Object::toString).toList()) + ")";
        }
    }

    /** At least one of the parts is met. */
    record AnyOf(List<Requirement> parts) implements Requirement {
        @Override
        public String toString() {
            return "anyOf("
                    + String.join(",", parts.stream().map(Object::toString).toList()) + ")";
        }
    }

    /**
     * The requirement that has this text form.
     * @throws IllegalArgumentException when none has
     */
    static Requirement parse(String text) {
        return new RequirementText(text).whole();
    }

    static Requirement authenticated() {
        return new Authenticated();
    }

    static Requirement scope(String name) {
        return new Scope(name);
    }

    static Requirement role(String role) {
        return new AnyRole(List.of(role));
    }

    static Requirement anyRole(String... roles) {
        return new AnyRole(List.of(roles));
    }

    static Requirement allRoles(String... roles) {
        return new AllOf(List.of(roles).stream().map(Requirement::role).toList());
    }

    static Requirement permission(String permission) {
        return new AnyPermission(List.of(permission));
    }

    static Requirement anyPermission(String... permissions) {
        return new AnyPermission(List.of(permissions));
    }

    static Requirement allPermissions(Collection<String> permissions) {
        return new AllPermissions(permissions.stream().sorted().toList());
    }

    static Requirement mayGrant(String role) {
        return new MayGrant(role);
    }

    static Requirement mayLift(String role) {
        return new MayLift(role);
    }

    static Requirement mayReduce(String role, Collection<String> inherits) {
        return new MayReduce(role, inherits.stream().sorted().toList());
    }

    static Requirement mayRelax(String policy) {
        return new MayRelax(policy);
    }

    /** The part, by what is held for as long and from as far as these terms say. */
    static Requirement lasting(Terms terms, Requirement part) {
        return new Lasting(terms.validUntil(), terms.networks(), part);
    }

    static Requirement owner() {
        return new Owner();
    }

    static Requirement may(String action) {
        return new May(action);
    }

    static Requirement allOf(Requirement... parts) {
        return new AllOf(List.of(parts));
    }

    static Requirement anyOf(Requirement... parts) {
        return new AnyOf(List.of(parts));
    }
}
