package org.mandate.console.decisions;

import java.util.List;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.mandate.authorization.journal.DecisionRecord;
import org.mandate.authorization.reproduction.DecideAgain;
import org.mandate.authorization.reproduction.DecideNow;
import org.mandate.authorization.reproduction.DecidedNow;
import org.mandate.authorization.reproduction.Reproduction;
import org.mandate.console.RecordRow.Because;
import org.mandate.enforcement.Caller;
import org.mandate.enforcement.Gateway;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** A record decided again: on what it was taken on then, and on what stands now. */
@Component
class DecidedAgain {

    private final Gateway gateway;

    DecidedAgain(Gateway gateway) {
        this.gateway = gateway;
    }

    /** An answer that deciding again came to. */
    record Answer(boolean allowed, List<Because> reasons) {

        static Answer of(Reproduction.Answer made) {
            return new Answer(
                    made.allowed(), made.reasons().stream().map(Because::of).toList());
        }
    }

    void show(DecisionRecord made, Caller caller, Model model) {
        gateway.ask(new DecideAgain(made.id()), ResponseTypes.optionalInstanceOf(Reproduction.class), caller)
                .ifPresent(reproduction -> {
                    model.addAttribute("reproduced", reproduction.reproduced());
                    model.addAttribute("outcome", reproduction.outcome().label());
                    reproduction.recomputed().map(Answer::of).ifPresent(answer -> model.addAttribute("then", answer));
                });
        DecideNow now = new DecideNow(made.id());
        if (gateway.wouldAdmit(now, caller)) {
            gateway.ask(now, ResponseTypes.optionalInstanceOf(DecidedNow.class), caller)
                    .flatMap(DecidedNow::answer)
                    .map(Answer::of)
                    .ifPresent(answer -> model.addAttribute("now", answer));
        }
    }
}
