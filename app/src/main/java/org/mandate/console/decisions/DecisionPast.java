package org.mandate.console.decisions;

import java.util.List;
import java.util.Optional;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.mandate.authorization.decision.Decision;
import org.mandate.authorization.decision.Reason;
import org.mandate.authorization.history.EvaluatePast;
import org.mandate.authorization.history.EvaluatePast.Asked;
import org.mandate.authorization.history.FindPastAccess;
import org.mandate.authorization.history.PastAccess;
import org.mandate.authorization.history.PastAccess.HeldRole;
import org.mandate.authorization.history.PastDecisions;
import org.mandate.authorization.history.When;
import org.mandate.authorization.journal.DecisionRecord;
import org.mandate.authorization.journal.Provenance.Channel;
import org.mandate.authorization.reproduction.DecideAgain;
import org.mandate.authorization.reproduction.Reproduction;
import org.mandate.console.Limits;
import org.mandate.console.Limits.Limit;
import org.mandate.console.RecordRow.Because;
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

    /** An answer that deciding again came to. */
    record Answer(boolean allowed, List<Because> reasons) {}

    /** Decide the record again on what it was taken on then, and ask the same of now where it was a plain question. */
    void again(DecisionRecord made, Caller caller, Model model) {
        gateway.ask(new DecideAgain(made.id()), ResponseTypes.optionalInstanceOf(Reproduction.class), caller)
                .ifPresent(reproduction -> {
                    model.addAttribute("reproduced", reproduction.reproduced());
                    model.addAttribute("outcome", reproduction.outcome().label());
                    reproduction
                            .recomputed()
                            .ifPresent(
                                    answer -> model.addAttribute("then", answer(answer.allowed(), answer.reasons())));
                });
        Asked question = new Asked(
                made.subject(),
                made.subjectProperties(),
                made.action(),
                made.resource(),
                made.context(),
                made.decisionIp());
        EvaluatePast now = new EvaluatePast(When.NOW, List.of(question));
        if (made.provenance().channel() == Channel.ACCESS_API && gateway.wouldAdmit(now, caller)) {
            Decision decision = gateway.ask(now, ResponseTypes.instanceOf(PastDecisions.class), caller)
                    .decisions()
                    .get(0);
            model.addAttribute("now", answer(decision.allowed(), decision.reasons()));
        }
    }

    private static Answer answer(boolean allowed, List<Reason> reasons) {
        return new Answer(allowed, reasons.stream().map(Because::of).toList());
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
