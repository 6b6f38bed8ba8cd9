package org.mandate.oversight;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.axonframework.messaging.responsetypes.ResponseType;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.axonframework.queryhandling.QueryHandler;
import org.mandate.administration.AccountView;
import org.mandate.administration.FindAccount;
import org.mandate.administration.FindAccounts;
import org.mandate.authorization.audit.DecisionFilters;
import org.mandate.authorization.audit.DecisionPage;
import org.mandate.authorization.audit.FindDecisions;
import org.mandate.authorization.journal.JournalStatus;
import org.mandate.authorization.permission.FindPermissions;
import org.mandate.authorization.permission.PermissionView;
import org.mandate.authorization.policy.FindPolicies;
import org.mandate.authorization.policy.FindPolicy;
import org.mandate.authorization.policy.PolicyView;
import org.mandate.identity.user.FindUsers;
import org.mandate.identity.user.UserPage;
import org.mandate.identity.user.UserView;
import org.mandate.replay.FindProjections;
import org.mandate.replay.ProjectionView;
import org.springframework.stereotype.Component;

/** Asks what administrators would ask. Whatever it asks is covered by the message that it handles. */
@Component
class Oversight {

    private final QueryGateway queries;
    private final JournalStatus journal;

    Oversight(QueryGateway queries, JournalStatus journal) {
        this.queries = queries;
        this.journal = journal;
    }

    @QueryHandler
    Vitals handle(FindVitals query) {
        List<ProjectionView> projections =
                ask(new FindProjections(), ResponseTypes.multipleInstancesOf(ProjectionView.class));
        return new Vitals(
                projections, journal.mode(), journal.lastSequence(), journal.queueDepth(), journal.lastFailure());
    }

    @QueryHandler
    UserPage handle(BrowseUsers query) {
        return ask(
                new FindAccounts(query.q(), query.role(), query.active(), query.limit(), query.cursor()),
                ResponseTypes.instanceOf(UserPage.class));
    }

    @QueryHandler
    Optional<AccountView> handle(BrowseUser query) {
        return ask(new FindAccount(query.user()), ResponseTypes.optionalInstanceOf(AccountView.class));
    }

    @QueryHandler
    List<PermissionView> handle(BrowsePermissions query) {
        return ask(new FindPermissions(), ResponseTypes.multipleInstancesOf(PermissionView.class));
    }

    @QueryHandler
    List<PolicyView> handle(BrowsePolicies query) {
        return ask(new FindPolicies(), ResponseTypes.multipleInstancesOf(PolicyView.class));
    }

    @QueryHandler
    Optional<PolicyView> handle(BrowsePolicy query) {
        return ask(new FindPolicy(query.id()), ResponseTypes.optionalInstanceOf(PolicyView.class));
    }

    @QueryHandler
    Names handle(FindNames query) {
        if (query.users().isEmpty()) {
            return Names.NONE;
        }
        FindUsers named = new FindUsers(
                Optional.empty(),
                Optional.empty(),
                Optional.of(query.users()),
                query.users().size(),
                Optional.empty());
        return new Names(ask(named, ResponseTypes.instanceOf(UserPage.class)).items().stream()
                .collect(Collectors.toMap(user -> user.id().value(), UserView::username)));
    }

    @QueryHandler
    boolean handle(OpenForm query) {
        return true;
    }

    @QueryHandler
    DecisionPage handle(FindOwnDecisions query) {
        FindDecisions ofOneself =
                new FindDecisions(DecisionFilters.ofSubject(query.user().value()), query.limit(), query.cursor());
        return ask(ofOneself, ResponseTypes.instanceOf(DecisionPage.class));
    }

    private <R> R ask(Object query, ResponseType<R> type) {
        return queries.query(query, type).join();
    }
}
