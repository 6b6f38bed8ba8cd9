package org.mandate.console.policies;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.mandate.authorization.change.FindHistory;
import org.mandate.authorization.change.HistoryFilter;
import org.mandate.authorization.change.HistoryPage;
import org.mandate.authorization.change.HistoryPage.Told;
import org.mandate.authorization.event.PolicyChanged;
import org.mandate.authorization.event.PolicyDefined;
import org.mandate.console.KnownNames;
import org.mandate.console.Sentence;
import org.mandate.console.TextDifference;
import org.mandate.console.TextDifference.Line;
import org.mandate.enforcement.Caller;
import org.mandate.enforcement.Gateway;
import org.mandate.identity.MessageOrigin;
import org.mandate.oversight.Names;
import org.springframework.stereotype.Component;

/** What a policy said before, each version beside the one before it. */
@Component
class PolicyPast {

    private static final int MOST = 100;

    private final Gateway gateway;
    private final KnownNames known;

    PolicyPast(Gateway gateway, KnownNames known) {
        this.gateway = gateway;
        this.known = known;
    }

    /** A version: who made it, when, and what it changed line by line. */
    record Version(Instant at, long position, String what, String by, String byName, List<Line> lines) {}

    /**
     * The newest versions, the newest first.
     * @param cut whether there are older ones
     */
    record Past(List<Version> versions, boolean cut) {}

    /** One version more than is shown is read: it is what the oldest of them is compared with. */
    Past of(String id, Caller caller) {
        FindHistory query = new FindHistory(HistoryFilter.ofPolicy(id), true, MOST + 1, Optional.empty());
        List<Told> told = gateway.ask(query, ResponseTypes.instanceOf(HistoryPage.class), caller)
                .items();
        return new Past(versions(told, caller), told.size() > MOST);
    }

    private List<Version> versions(List<Told> told, Caller caller) {
        List<String> actors = told.stream()
                .map(Told::by)
                .filter(by -> !by.equals(MessageOrigin.SYSTEM))
                .distinct()
                .toList();
        Names names = known.of(actors, caller);
        List<Version> versions = new ArrayList<>();
        for (int i = 0; i < Math.min(told.size(), MOST); i++) {
            Told one = told.get(i);
            String before = i + 1 < told.size() ? text(told.get(i + 1).event()) : "";
            String by = one.by().equals(MessageOrigin.SYSTEM) ? "" : one.by();
            List<Line> lines = TextDifference.of(before, text(one.event()));
            versions.add(new Version(one.at(), one.position(), Sentence.begun(one.what()), by, names.of(by), lines));
        }
        return versions;
    }

    private static String text(Object event) {
        if (event instanceof PolicyDefined one) {
            return PolicyText.of(
                    one.description(), one.effect(), one.resourceType(), one.actions(), one.roles(), one.condition());
        }
        if (event instanceof PolicyChanged one) {
            return PolicyText.of(
                    one.description(), one.effect(), one.resourceType(), one.actions(), one.roles(), one.condition());
        }
        return "";
    }
}
