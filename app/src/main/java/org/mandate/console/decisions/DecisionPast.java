package org.mandate.console.decisions;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.mandate.authorization.decision.Reason;
import org.mandate.authorization.history.FindPastAccess;
import org.mandate.authorization.history.FindPastPolicies;
import org.mandate.authorization.history.FindPastRoles;
import org.mandate.authorization.history.PastAccess;
import org.mandate.authorization.history.PastAccess.HeldRole;
import org.mandate.authorization.history.PastPolicies;
import org.mandate.authorization.history.PastRoles;
import org.mandate.authorization.history.When;
import org.mandate.authorization.journal.DecisionRecord;
import org.mandate.console.Limits;
import org.mandate.console.Limits.Limit;
import org.mandate.enforcement.Caller;
import org.mandate.enforcement.Gateway;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What a decision was taken on: what its subject held, and the roles and policies as they were at that position. */
@Component
class DecisionPast {

    private static final int MOST_ROLES = 40;

    private final Gateway gateway;

    DecisionPast(Gateway gateway) {
        this.gateway = gateway;
    }

    /** A role that was held then. */
    record Held(String role, List<String> countsAs, List<Limit> limits) {

        static Held of(HeldRole held) {
            String role = held.assignment().role();
            return new Held(
                    role,
                    held.countsAs().stream()
                            .filter(other -> !other.equals(role))
                            .sorted()
                            .toList(),
                    Limits.of(held.assignment().terms()));
        }
    }

    void show(DecisionRecord made, Caller caller, Model model) {
        When then = new When(Optional.of(made.position()), Optional.of(made.at()));
        FindPastAccess query = new FindPastAccess(made.subject(), then);
        if (!gateway.wouldAdmit(query, caller)) {
            return;
        }
        Optional<PastAccess> access = gateway.ask(query, ResponseTypes.optionalInstanceOf(PastAccess.class), caller);
        List<HeldRole> held = access.map(PastAccess::roles).orElse(List.of());
        if (access.isPresent()) {
            model.addAttribute("held", held.stream().map(Held::of).toList());
        }
        showRoles(roles(made, held), then, caller, model);
        showPolicies(made, then, caller, model);
    }

    /** Those that were held, whatever they counted as, and those that the reasons name. */
    private static Set<String> roles(DecisionRecord made, List<HeldRole> held) {
        return Stream.concat(
                        named(made, Reason.Kind.ROLE),
                        held.stream().flatMap(one -> one.countsAs().stream()).sorted())
                .distinct()
                .limit(MOST_ROLES)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> named(DecisionRecord made, Reason.Kind kind) {
        return made.reasons().stream().filter(reason -> reason.kind() == kind).map(Reason::name);
    }

    private void showRoles(Set<String> names, When then, Caller caller, Model model) {
        if (!names.isEmpty()) {
            FindPastRoles query = new FindPastRoles(names, then);
            PastRoles past = gateway.ask(query, ResponseTypes.instanceOf(PastRoles.class), caller);
            model.addAttribute(
                    "rolesThen", past.items().stream().map(RoleThen::of).toList());
        }
    }

    private void showPolicies(DecisionRecord made, When then, Caller caller, Model model) {
        FindPastPolicies query =
                new FindPastPolicies(Optional.of(made.resource().type()), then);
        PastPolicies past = gateway.ask(query, ResponseTypes.instanceOf(PastPolicies.class), caller);
        Set<String> deciding = named(made, Reason.Kind.POLICY).collect(Collectors.toSet());
        model.addAttribute(
                "policiesThen",
                past.items().stream()
                        .filter(one -> deciding.contains(one.policy().id()))
                        .map(PolicyThen::of)
                        .toList());
        model.addAttribute(
                "policiesBeside",
                past.items().stream()
                        .filter(one -> !deciding.contains(one.policy().id())
                                && one.policy().speaksOf(made.action().name()))
                        .map(PolicyThen::of)
                        .toList());
    }
}
