package org.mandate.console;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.mandate.authorization.change.FindHistory;
import org.mandate.authorization.change.HistoryFilter;
import org.mandate.authorization.change.HistoryPage;
import org.mandate.authorization.change.HistoryPage.Told;
import org.mandate.enforcement.Caller;
import org.mandate.enforcement.Gateway;
import org.mandate.identity.MessageOrigin;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Who changed something last, for whoever comes too late with a form that was made from what stood before. */
@Component
public class LastChange {

    private final Gateway gateway;
    private final KnownNames known;

    LastChange(Gateway gateway, KnownNames known) {
        this.gateway = gateway;
        this.known = known;
    }

    /** @param by who made it; empty for the system */
    public record Row(long position, Instant at, String by, String byName) {}

    /**
     * The form again upon what stands now, as {@link Basis#renewed} has it, and with who made it so. Whoever edits without
     * overseeing access has no past to look at.
     * @param changes of what the form changes
     */
    public Fields renewed(Fields form, String now, HistoryFilter changes, Caller caller, Model model) {
        FindHistory newest = new FindHistory(changes, true, 1, Optional.empty());
        if (Basis.differs(form, now) && gateway.wouldAdmit(newest, caller)) {
            gateway.ask(newest, ResponseTypes.instanceOf(HistoryPage.class), caller).items().stream()
                    .findFirst()
                    .ifPresent(told -> model.addAttribute("lastChange", row(told, caller)));
        }
        return Basis.renewed(form, now, model);
    }

    private Row row(Told told, Caller caller) {
        String by = told.by().equals(MessageOrigin.SYSTEM) ? "" : told.by();
        return new Row(
                told.position(), told.at(), by, known.of(List.of(by), caller).of(by));
    }
}
