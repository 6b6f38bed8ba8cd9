package org.mandate.console.decisions;

import java.util.List;
import java.util.Optional;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.mandate.authorization.history.FindPastAccess;
import org.mandate.authorization.history.PastAccess;
import org.mandate.authorization.history.PastAccess.HeldRole;
import org.mandate.authorization.history.When;
import org.mandate.authorization.journal.DecisionRecord;
import org.mandate.console.Limits;
import org.mandate.console.Limits.Limit;
import org.mandate.enforcement.Caller;
import org.mandate.enforcement.Gateway;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What a decision was taken on: what its subject held at that position and at that instant. */
@Component
class DecisionPast {

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
        gateway.ask(query, ResponseTypes.optionalInstanceOf(PastAccess.class), caller)
                .ifPresent(access -> {
                    model.addAttribute(
                            "held", access.roles().stream().map(Held::of).toList());
                    model.addAttribute("heldPermissions", access.permissions().size());
                    model.addAttribute("wasActive", access.active());
                });
    }
}
