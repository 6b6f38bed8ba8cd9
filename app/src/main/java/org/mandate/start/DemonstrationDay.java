package org.mandate.start;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.Terms;
import org.mandate.authorization.assignment.AssignRole;
import org.mandate.authorization.assignment.RevokeRole;
import org.mandate.authorization.decision.Action;
import org.mandate.authorization.decision.Resource;
import org.mandate.authorization.journal.DecisionNotRecorded;
import org.mandate.authorization.journal.Provenance;
import org.mandate.authorization.journal.Provenance.Channel;
import org.mandate.authorization.point.DecisionPoint.Recorded;
import org.mandate.authorization.point.Evaluate;
import org.mandate.authorization.policy.PutPolicy;
import org.mandate.authorization.role.GrantPermission;
import org.mandate.enforcement.Caller;
import org.mandate.enforcement.Gateway;
import org.mandate.identity.UserId;
import org.mandate.identity.token.Scopes;
import org.mandate.identity.user.DeactivateUser;
import org.mandate.identity.user.UserView;

/**
 * What the people of the demonstration do on their first day: grants are made and ended, and a gateway asks for decisions. A
 * machine that is busy starting may miss the journal's patience, so what could not be recorded is tried again.
 */
final class DemonstrationDay {

    private static final String IN_THE_HOUSE = "10.20.0.14";
    private static final String OUTSIDE = "203.0.113.77";
    private static final int ATTEMPTS = 100;

    private final Gateway gateway;

    DemonstrationDay(Gateway gateway) {
        this.gateway = gateway;
    }

    /**
     * @param asking the gateway; the limits of grants count from when this one came, so that an interrupted day makes none twice
     * @param left whether Trudy has left already, on a day that was interrupted
     */
    void happens(UserId admin, UserView asking, Function<String, UserId> users, boolean left) {
        Caller caller = caller(admin, Channel.HTTP);
        grants(users, caller, asking.createdAt());
        if (!left) {
            grant(users, caller, "trudy", "editor", reason("writes for the magazine"));
        }
        questions(users, asking.id());
        if (!left) {
            send(
                    new RevokeRole(
                            subject(users, "trudy"), "editor", Optional.empty(), Optional.of("left the magazine")),
                    caller);
            send(new DeactivateUser(users.apply("trudy")), caller);
        }
        send(new GrantPermission("support-agent", "tickets:close"), caller);
        send(
                new PutPolicy(
                        "release-freeze",
                        "Nothing goes into production while a release is frozen, not even back",
                        "deny",
                        "releases",
                        List.of("deploy", "rollback"),
                        List.of(),
                        Optional.of("resource.attributes.frozen == true")),
                caller);
        questions(users, asking.id());
    }

    private void grants(Function<String, UserId> users, Caller caller, Instant since) {
        grant(users, caller, "grace", "chief-editor", reason("took over from Paul"));
        grant(users, caller, "heidi", "release-manager", reason("on call"));
        grant(users, caller, "judy", "translator", reason("spring issue"));
        grant(users, caller, "ken", "support-agent", reason("joined support"));
        grant(users, caller, "lena", "support-lead", reason("leads the team"));
        grant(users, caller, "olga", "finance-lead", reason("head of finance"));
        grant(users, caller, "peggy", "legal", reason("counsel"));
        grant(users, caller, "rosa", "engineer", reason("platform team"));
        grant(
                users,
                caller,
                "ivan",
                "editor",
                terms(since.plus(Duration.ofDays(30)), List.of(), "internship until the end of the issue"));
        grant(
                users,
                caller,
                "nils",
                "accountant",
                terms(since.plus(Duration.ofDays(365)), List.of("10.0.0.0/8"), "from the house only"));
        Terms oneRelease = new Terms(
                Optional.empty(),
                Optional.of(since.plus(Duration.ofDays(7))),
                List.of(),
                Optional.of(new Terms.Target("releases", "24.11")),
                Optional.of("stands in for Heidi"));
        grant(users, caller, "sven", "release-manager", oneRelease);
    }

    private void grant(Function<String, UserId> users, Caller caller, String name, String role, Terms terms) {
        send(new AssignRole(subject(users, name), role, terms), caller);
    }

    private void send(Object command, Caller caller) {
        recorded(() -> gateway.<Object>send(command, caller));
    }

    private static <T> T recorded(Supplier<T> step) {
        for (int attempt = 1; ; attempt++) {
            try {
                return step.get();
            } catch (DecisionNotRecorded notNow) {
                // Each attempt has waited for the journal already.
                if (attempt == ATTEMPTS) {
                    throw notNow;
                }
            }
        }
    }

    private void questions(Function<String, UserId> users, UserId asking) {
        for (String address : List.of(IN_THE_HOUSE, OUTSIDE)) {
            for (String name : List.of("olga", "nils", "mallory")) {
                ask(users, asking, name, "read", Resource.of("invoices", "2026-0117"), address);
                ask(users, asking, name, "approve", Resource.of("invoices", "2026-0118"), address);
            }
            for (String name : List.of("heidi", "sven", "rosa")) {
                ask(users, asking, name, "deploy", Resource.of("releases", "24.11"), address);
                ask(users, asking, name, "deploy", Resource.of("releases", "24.12"), address);
            }
            for (String name : List.of("ken", "lena", "trudy")) {
                ask(users, asking, name, "answer", Resource.of("tickets", "T-501"), address);
                ask(users, asking, name, "close", Resource.of("tickets", "T-501"), address);
            }
            ask(users, asking, "peggy", "sign", Resource.of("contracts", "print-works"), address);
            ask(users, asking, "mallory", "read", Resource.of("contracts", "print-works"), address);
        }
    }

    private void ask(
            Function<String, UserId> users,
            UserId asking,
            String name,
            String action,
            Resource resource,
            String address) {
        Caller caller = caller(asking, Channel.ACCESS_API);
        Provenance provenance = new Provenance(
                SubjectId.user(asking.value()), caller.ip(), caller.userAgent(), caller.requestId(), caller.channel());
        Evaluate question = new Evaluate(
                subject(users, name),
                Map.of(),
                Action.of(action),
                resource,
                Map.of("ip", address),
                Optional.of(address),
                provenance);
        recorded(() -> gateway.ask(question, ResponseTypes.instanceOf(Recorded.class), caller));
    }

    private static Caller caller(UserId user, Channel channel) {
        return new Caller(
                Optional.of(user),
                Optional.of(Set.copyOf(Scopes.ALL)),
                Optional.empty(),
                Optional.of(IN_THE_HOUSE),
                Optional.of("demonstration"),
                "demonstration",
                channel);
    }

    private static SubjectId subject(Function<String, UserId> users, String name) {
        return SubjectId.user(users.apply(name).value());
    }

    private static Terms reason(String why) {
        return new Terms(Optional.empty(), Optional.empty(), List.of(), Optional.empty(), Optional.of(why));
    }

    private static Terms terms(Instant until, List<String> networks, String why) {
        return new Terms(Optional.empty(), Optional.of(until), networks, Optional.empty(), Optional.of(why));
    }
}
