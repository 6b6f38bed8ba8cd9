package org.mandate.authorization.decision;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.Terms;
import org.mandate.authorization.event.PolicyChanged;
import org.mandate.authorization.event.PolicyRetired;
import org.mandate.authorization.event.RoleAssigned;
import org.mandate.authorization.event.RoleRevoked;
import org.mandate.authorization.facts.Assignment;
import org.mandate.authorization.facts.Branch;
import org.mandate.authorization.facts.PolicyFacts;
import org.mandate.identity.event.UserReactivated;

/** Does what a sentence of {@link Explanation#wouldAllow()} says, in a branch of the history, as a reader would. */
record Suggestion(Branch branch, SubjectId subject, int choice) {

    private record Way(Pattern said, BiPredicate<Suggestion, Matcher> done) {

        static Way of(String said, BiPredicate<Suggestion, Matcher> done) {
            return new Way(Pattern.compile(said), done);
        }
    }

    private static final List<Way> WAYS = List.of(
            Way.of("a role that gives `[^`]+`: (`.+`)(?: and others)?", (one, said) -> one.hold(said.group(1))),
            Way.of(
                    "holding (?:one of )?(`.+`) would make policy `[^`]+` apply",
                    (one, said) -> one.hold(said.group(1))),
            Way.of(
                    "holding (?:one of )?(`.+`) would make policy `([^`]+)` apply, if `.+` held too",
                    (one, said) -> one.hold(said.group(1)) && one.condition(said.group(2), null)),
            Way.of("holding (?:one of )?(`[^ ]+(?:, `[^ ]+)*)", (one, said) -> one.hold(said.group(1))),
            Way.of("policy `([^`]+)` would allow this if `.+` held", (one, said) -> one.condition(said.group(1), null)),
            Way.of(
                    "policy `([^`]+)` denies this: `.+` would have to be false",
                    (one, said) -> one.condition(said.group(1), "false")),
            Way.of(
                    "policy `([^`]+)` denies this whatever else allows it: it would have to be retired",
                    (one, said) -> one.suppose(new PolicyRetired(said.group(1)))),
            Way.of(
                    "assignment `([^`]+)` of role `[^`]+` would give it (.+)",
                    (one, said) -> one.relax(said.group(1), said.group(2))),
            Way.of(
                    "user `([^`]+)` would have to be active",
                    (one, said) -> one.suppose(new UserReactivated(said.group(1)))));

    /** False where the sentence does not say what to do, or it cannot be done. */
    boolean follow(String step) {
        return WAYS.stream().anyMatch(way -> {
            Matcher said = way.said().matcher(step);
            return said.matches() && way.done().test(this, said);
        });
    }

    private boolean hold(String quotedRoles) {
        List<String> roles = Arrays.stream(quotedRoles.split(", "))
                .map(role -> role.replace("`", ""))
                .toList();
        return assign("proposed-" + roles.hashCode(), roles.get(choice % roles.size()), Terms.UNLIMITED);
    }

    private boolean assign(String id, String role, Terms terms) {
        return suppose(new RoleAssigned(
                id,
                subject.type(),
                subject.id(),
                role,
                terms.validFrom().orElse(null),
                terms.validUntil().orElse(null),
                terms.networks(),
                terms.resource().map(Terms.Target::type).orElse(null),
                terms.resource().map(Terms.Target::id).orElse(null),
                null,
                "giver"));
    }

    /** The same assignment again, without the terms that the sentence names and with all the others. */
    private boolean relax(String id, String how) {
        Assignment stands = branch.facts().assignments(subject).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
        Terms terms = stands.terms();
        suppose(new RoleRevoked(id, subject.type(), subject.id(), stands.role(), null, "giver"));
        return assign(
                "relaxed-" + id,
                stands.role(),
                new Terms(
                        unless(how.contains("from ") && how.contains(" on"), terms.validFrom()),
                        unless(how.contains("prolonged"), terms.validUntil()),
                        how.contains("to a request from") ? List.of() : terms.networks(),
                        unless(how.contains("not limited to"), terms.resource()),
                        Optional.empty()));
    }

    private static <T> Optional<T> unless(boolean lifted, Optional<T> term) {
        return lifted ? Optional.empty() : term;
    }

    private boolean condition(String id, @Nullable String condition) {
        PolicyFacts policy = branch.facts().policies().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
        return suppose(new PolicyChanged(
                id,
                "",
                policy.effect().name().toLowerCase(Locale.ROOT),
                policy.resourceType(),
                List.copyOf(policy.actions()),
                List.copyOf(policy.roles()),
                condition));
    }

    private boolean suppose(Object event) {
        return branch.suppose(event, Instant.EPOCH);
    }
}
