package org.mandate.authorization.decision;

import java.util.List;
import org.mandate.authorization.condition.Finding;
import org.mandate.authorization.condition.Truth;
import org.mandate.authorization.decision.Explanation.Outcome;
import org.mandate.authorization.decision.Reason.Kind;
import org.mandate.authorization.facts.Assignment;
import org.mandate.authorization.facts.Facts;
import org.mandate.authorization.facts.PolicyFacts;
import org.mandate.authorization.facts.RoleFacts;

/** One thing that speaks for or against a request, as it was found. It is put into words only where somebody reads them. */
sealed interface Evidence {

    Outcome outcome();

    Reason reason(Facts facts);

    /** Whether it speaks for the request. */
    default boolean speaksFor() {
        return outcome() == Outcome.MET;
    }

    /** Whether the request is not allowed as long as it is so. */
    default boolean standsInTheWay() {
        return !speaksFor();
    }

    /** What would turn it round, as sentences; empty where nothing that is known would. */
    default List<String> remedies(Proposals proposals) {
        return List.of();
    }

    /** A valid assignment gives the permission. */
    record Gives(Assignment assignment, RoleFacts role, String permission) implements Evidence {

        @Override
        public Outcome outcome() {
            return Outcome.MET;
        }

        @Override
        public Reason reason(Facts facts) {
            return new Reason(
                    Kind.ROLE,
                    role.name(),
                    Words.of(assignment) + Words.source(facts, role, permission) + " gives `" + permission + "`");
        }
    }

    /** A valid assignment counts as the role. */
    record Counts(Assignment assignment, RoleFacts held, String role) implements Evidence {

        @Override
        public Outcome outcome() {
            return Outcome.MET;
        }

        @Override
        public Reason reason(Facts facts) {
            String through = held.name().equals(role) ? "" : ", which counts as `" + role + "`";
            return new Reason(Kind.ROLE, held.name(), Words.of(assignment) + through);
        }
    }

    /** An assignment would have counted, but for its terms. */
    record OutOfTerms(Assignment assignment, String why, String remedy) implements Evidence {

        @Override
        public Outcome outcome() {
            return Outcome.NOT_MET;
        }

        @Override
        public Reason reason(Facts facts) {
            return new Reason(Kind.ROLE, assignment.role(), Words.of(assignment) + " " + why);
        }

        @Override
        public List<String> remedies(Proposals proposals) {
            return proposals.helps(assignment.role())
                    ? List.of(Words.of(assignment) + " would give it " + remedy)
                    : List.of();
        }
    }

    /** A policy applies or does not. */
    record Policy(PolicyFacts policy, Finding finding) implements Evidence {

        @Override
        public Outcome outcome() {
            return switch (finding.truth()) {
                case TRUE -> Outcome.MET;
                case FALSE -> Outcome.NOT_MET;
                case UNKNOWN -> Outcome.UNKNOWN;
                case ERROR -> Outcome.ERROR;
            };
        }

        @Override
        public boolean speaksFor() {
            return policy.effect() == PolicyFacts.Effect.ALLOW && finding.truth() == Truth.TRUE;
        }

        @Override
        public boolean standsInTheWay() {
            return policy.effect() == PolicyFacts.Effect.DENY ? finding.truth() != Truth.FALSE : !speaksFor();
        }

        @Override
        public Reason reason(Facts facts) {
            boolean denies = policy.effect() == PolicyFacts.Effect.DENY;
            String verb = denies ? " denies this" : " allows this";
            String detail = switch (finding.truth()) {
                case TRUE -> verb;
                case FALSE -> " does not apply: its condition `" + condition() + "` does not hold";
                case UNKNOWN, ERROR ->
                    (denies ? verb + ", since its condition could not be judged: " : " does not apply: ")
                            + finding.detail();
            };
            return new Reason(Kind.POLICY, policy.id(), "policy `" + policy.id() + "`" + detail);
        }

        @Override
        public List<String> remedies(Proposals proposals) {
            if (policy.effect() == PolicyFacts.Effect.DENY) {
                return List.of(
                        policy.condition().isEmpty()
                                ? "policy `" + policy.id()
                                        + "` denies this whatever else allows it: it would have to be retired"
                                : "policy `" + policy.id() + "` denies this: `" + condition()
                                        + "` would have to be false");
            }
            return finding.truth() == Truth.TRUE
                    ? List.of()
                    : List.of("policy `" + policy.id() + "` would allow this if `" + condition() + "` held");
        }

        private String condition() {
            return policy.condition().map(Object::toString).orElse("true");
        }
    }

    /**
     * A policy speaks of the action, but to holders of roles that the subject does not hold.
     * @param finding what its condition comes to all the same
     */
    record PolicyForOthers(PolicyFacts policy, Finding finding) implements Evidence {

        /** Whether it would deny the request to this subject too, did they hold one of its roles. */
        boolean bars() {
            return policy.effect() == PolicyFacts.Effect.DENY && finding.truth() != Truth.FALSE;
        }

        @Override
        public boolean standsInTheWay() {
            return policy.effect() == PolicyFacts.Effect.ALLOW;
        }

        @Override
        public Outcome outcome() {
            return Outcome.NOT_MET;
        }

        @Override
        public Reason reason(Facts facts) {
            return new Reason(
                    Kind.POLICY,
                    policy.id(),
                    "policy `" + policy.id() + "` is for holders of " + Words.anyOf(sortedRoles()));
        }

        @Override
        public List<String> remedies(Proposals proposals) {
            return proposals
                    .holding(sortedRoles())
                    .map(holding -> holding + " would make policy `" + policy.id() + "` apply" + unlessItHolds())
                    .stream()
                    .toList();
        }

        private String unlessItHolds() {
            return finding.truth() == Truth.TRUE
                    ? ""
                    : policy.condition()
                            .map(condition -> ", if `" + condition + "` held too")
                            .orElse("");
        }

        private List<String> sortedRoles() {
            return policy.roles().stream().sorted().toList();
        }
    }

    /** None of the roles is held. */
    record MissingRole(List<String> roles) implements Evidence {

        @Override
        public Outcome outcome() {
            return Outcome.NOT_MET;
        }

        @Override
        public Reason reason(Facts facts) {
            return new Reason(
                    Kind.ROLE,
                    String.join(", ", roles),
                    (roles.size() == 1 ? "the role is missing: " : "one of these roles is missing: ")
                            + Words.quoted(roles));
        }

        @Override
        public List<String> remedies(Proposals proposals) {
            return proposals.holding(roles).stream().toList();
        }
    }

    /** A plain finding, with its words. */
    record Plain(Outcome outcome, Reason words, List<String> wouldHelp) implements Evidence {

        @Override
        public Reason reason(Facts facts) {
            return words;
        }

        @Override
        public List<String> remedies(Proposals proposals) {
            return wouldHelp;
        }
    }

    static Evidence met(Kind kind, String name, String detail) {
        return new Plain(Outcome.MET, new Reason(kind, name, detail), List.of());
    }

    static Evidence unmet(Kind kind, String name, String detail, String... wouldHelp) {
        return new Plain(Outcome.NOT_MET, new Reason(kind, name, detail), List.of(wouldHelp));
    }

    /** No valid assignment gives any of the permissions. */
    record Missing(List<String> permissions, String because) implements Evidence {

        @Override
        public Outcome outcome() {
            return Outcome.NOT_MET;
        }

        @Override
        public Reason reason(Facts facts) {
            return new Reason(
                    Kind.DEFAULT,
                    String.join(", ", permissions),
                    (permissions.size() == 1 ? "no valid assignment gives " : "no valid assignment gives one of ")
                            + Words.quoted(permissions)
                            + because);
        }

        @Override
        public List<String> remedies(Proposals proposals) {
            return proposals.rolesThatGive(permissions);
        }
    }
}
