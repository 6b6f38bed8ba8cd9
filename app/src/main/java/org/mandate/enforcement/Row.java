package org.mandate.enforcement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.mandate.authorization.Terms;
import org.mandate.authorization.decision.Requirement;
import org.mandate.authorization.decision.Resource;

/**
 * One line of the enforcement table.
 * @param needs what whoever has no case of their own must meet; empty where there is no way in but the cases
 * @param delegation who may send it beside administrators
 * @param giving what it gives, which one's own grants must last and reach as far as
 * @param lifting what policies deny and it may take off somebody, which one must be allowed oneself
 * @param quiet whether a let-in message goes unrecorded, because its handler records decisions of its own
 */
record Row<M>(
        Class<M> message,
        Access access,
        String action,
        String type,
        Function<M, String> id,
        Optional<Requirement> needs,
        List<Case<M>> cases,
        List<Also<M>> also,
        Optional<Delegation<M>> delegation,
        Optional<Giving<M>> giving,
        Optional<Lifting<M>> lifting,
        List<Narrowing<M>> narrowings,
        Optional<BiPredicate<M, Situation>> hiddenWhen,
        boolean quiet) {

    /** To whom a message is open. */
    enum Access {
        GUARDED,
        ANYONE,
        NOBODY
    }

    /** What suffices where the condition holds; {@code who} says in words for whom. */
    record Case<M>(String who, BiPredicate<M, Situation> when, Requirement needs) {}

    /** What is required beside the rest where the condition holds; {@code when} says it in words. */
    record Also<M>(String when, BiPredicate<M, Situation> applies, Requirement needs) {}

    /**
     * Administration that may be delegated: administrators may, and holders of the permission within what they hold
     * themselves; {@code within} says in words what that is.
     */
    record Delegation<M>(String permission, String within, Function<M, Requirement> limits) {

        Requirement of(M message) {
            return Requirement.anyOf(
                    Requirement.role("admin"), all(List.of(Requirement.permission(permission), limits.apply(message))));
        }
    }

    /** The widest terms that a message gives something on, where it gives anything; {@code what} says in words what. */
    record Giving<M>(String what, Function<M, Optional<Terms>> terms) {

        /** Scopes have no terms, so they stay outside, where a refusal looks for them. */
        Requirement of(M message, Requirement needs) {
            Optional<Terms> given = terms.apply(message);
            if (given.isEmpty()) {
                return needs;
            }
            List<Requirement> parts = needs instanceof Requirement.AllOf all ? all.parts() : List.of(needs);
            List<Requirement> outside = new ArrayList<>();
            List<Requirement> inside = new ArrayList<>();
            parts.forEach(part -> (part instanceof Requirement.Scope ? outside : inside).add(part));
            outside.add(Requirement.lasting(given.get(), all(inside)));
            return all(outside);
        }
    }

    /** What a message may take off somebody who is denied something; {@code what} says in words what that is. */
    record Lifting<M>(String what, Function<M, Requirement> needs) {}

    /** What a message is cut down to before its handler sees it; {@code what} says it in words. */
    record Narrowing<M>(String what, BiFunction<M, Situation, M> cut) {}

    Resource resource(Object payload) {
        return Resource.of(type, id.apply(message.cast(payload)));
    }

    /** What this message requires in this situation; what nobody meets where the row leaves no way in. */
    Requirement requirement(Object payload, Situation situation) {
        M m = message.cast(payload);
        List<Requirement> parts = new ArrayList<>();
        parts.add(cases.stream()
                .filter(rule -> rule.when().test(m, situation))
                .map(Case::needs)
                .findFirst()
                .or(() -> needs)
                .orElseGet(Requirement::anyOf));
        delegation.ifPresent(way -> parts.add(way.of(m)));
        also.stream().filter(rule -> rule.applies().test(m, situation)).forEach(rule -> parts.add(rule.needs()));
        lifting.ifPresent(lifts -> parts.add(lifts.needs().apply(m)));
        Requirement needed = all(parts);
        return giving.map(gives -> gives.of(m, needed)).orElse(needed);
    }

    boolean hides(Object payload, Situation situation) {
        return hiddenWhen
                .map(when -> when.test(message.cast(payload), situation))
                .orElse(false);
    }

    Object narrow(Object payload, Situation situation) {
        M m = message.cast(payload);
        for (Narrowing<M> narrowing : narrowings) {
            m = narrowing.cut().apply(m, situation);
        }
        return m;
    }

    /** One flat conjunction, so that its text stays readable in the record of the decision. */
    static Requirement all(List<Requirement> parts) {
        List<Requirement> flat = new ArrayList<>();
        for (Requirement part : parts) {
            if (part instanceof Requirement.AllOf all) {
                flat.addAll(all.parts());
            } else {
                flat.add(part);
            }
        }
        return flat.size() == 1 ? flat.get(0) : new Requirement.AllOf(List.copyOf(flat));
    }
}
