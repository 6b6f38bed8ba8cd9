package org.mandate.console.policies;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.mandate.authorization.change.FindHistory;
import org.mandate.authorization.change.HistoryFilter;
import org.mandate.authorization.change.HistoryPage;
import org.mandate.authorization.change.HistoryPage.Told;
import org.mandate.authorization.event.PolicyChanged;
import org.mandate.authorization.event.PolicyDefined;
import org.mandate.authorization.event.PolicyRetired;
import org.mandate.console.KnownNames;
import org.mandate.console.policies.TextDifference.Line;
import org.mandate.enforcement.Caller;
import org.mandate.enforcement.Gateway;
import org.mandate.identity.MessageOrigin;
import org.mandate.oversight.Names;
import org.springframework.stereotype.Component;

/** What a policy said before, each version beside the one before it. */
@Component
class PolicyPast {

    private static final int MOST = 1000;

    private final Gateway gateway;
    private final KnownNames known;

    PolicyPast(Gateway gateway, KnownNames known) {
        this.gateway = gateway;
        this.known = known;
    }

    /** A version: who made it, when, and what it changed line by line. */
    record Version(Instant at, long position, String what, String by, String byName, List<Line> lines) {}

    /** The newest first. */
    List<Version> of(String id, Caller caller) {
        List<Told> told = Stream.of(PolicyDefined.class, PolicyChanged.class, PolicyRetired.class)
                .flatMap(type -> events(type, caller).stream())
                .filter(one -> id.equals(policy(one.event())))
                .sorted(Comparator.comparingLong(Told::position))
                .toList();
        List<String> actors = told.stream()
                .map(Told::by)
                .filter(by -> !by.equals(MessageOrigin.SYSTEM))
                .distinct()
                .toList();
        Names names = known.of(actors, caller);
        List<Version> versions = new ArrayList<>();
        String before = "";
        for (Told one : told) {
            String after = text(one.event());
            String by = one.by().equals(MessageOrigin.SYSTEM) ? "" : one.by();
            versions.add(
                    0,
                    new Version(
                            one.at(), one.position(), one.what(), by, names.of(by), TextDifference.of(before, after)));
            before = after;
        }
        return versions;
    }

    private List<Told> events(Class<?> type, Caller caller) {
        FindHistory query = new FindHistory(HistoryFilter.ofType(type.getSimpleName()), false, MOST, Optional.empty());
        return gateway.ask(query, ResponseTypes.instanceOf(HistoryPage.class), caller)
                .items();
    }

    private static String policy(Object event) {
        if (event instanceof PolicyDefined defined) {
            return defined.policyId();
        }
        if (event instanceof PolicyChanged changed) {
            return changed.policyId();
        }
        return event instanceof PolicyRetired retired ? retired.policyId() : "";
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
