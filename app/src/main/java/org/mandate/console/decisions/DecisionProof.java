package org.mandate.console.decisions;

import java.util.List;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.mandate.authorization.integrity.FindInclusion;
import org.mandate.authorization.integrity.FindJournalKeys;
import org.mandate.authorization.integrity.Inclusion;
import org.mandate.authorization.integrity.JournalKey;
import org.mandate.enforcement.Caller;
import org.mandate.enforcement.Gateway;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** That a record stands in the journal as it was written: its proof, and whether it holds. */
@Component
class DecisionProof {

    private final Gateway gateway;

    DecisionProof(Gateway gateway) {
        this.gateway = gateway;
    }

    /**
     * What the proof came to.
     * @param hashes how many hashes lead from the record to the root
     */
    record Checked(boolean holds, int hashes, Inclusion.Proof proof) {}

    void show(String id, Caller caller, Model model) {
        Inclusion found = gateway.ask(new FindInclusion(id), ResponseTypes.instanceOf(Inclusion.class), caller);
        List<JournalKey> keys =
                gateway.ask(new FindJournalKeys(), ResponseTypes.multipleInstancesOf(JournalKey.class), caller);
        model.addAttribute("looked", true);
        found.proof()
                .ifPresent(proof -> model.addAttribute(
                        "checked", new Checked(proof.holds(keys), proof.path().size(), proof)));
    }
}
