package org.mandate.enforcement;

import static org.mandate.authorization.decision.Requirement.permission;
import static org.mandate.authorization.decision.Requirement.scope;
import static org.mandate.enforcement.RowBuilder.on;

import java.util.List;
import org.mandate.authorization.change.FindConsequences;
import org.mandate.authorization.change.FindDifference;
import org.mandate.authorization.change.FindFlips;
import org.mandate.authorization.change.FindHistory;
import org.mandate.authorization.change.FindRoleTimeline;
import org.mandate.authorization.change.FindTimeline;
import org.mandate.authorization.decision.Requirement;
import org.mandate.authorization.history.EvaluatePast;
import org.mandate.authorization.history.FindPastAccess;
import org.mandate.authorization.history.FindPastHolders;
import org.mandate.authorization.history.FindPastPolicies;
import org.mandate.authorization.history.FindPastPolicy;
import org.mandate.authorization.history.FindPastRole;
import org.mandate.authorization.history.FindPastRoles;
import org.mandate.authorization.search.SearchPast;
import org.mandate.identity.token.Scopes;

/** The lines of the table for questions about the past. They are decisions of the asker, now; nobody else's are recorded. */
final class HistoryRows {

    private static final Requirement HISTORIAN = Requirement.allOf(scope(Scopes.ADMIN), permission("history:read"));

    private HistoryRows() {}

    static List<RowBuilder<?>> all() {
        return List.of(
                on(FindPastAccess.class)
                        .does("read-past-access", "users", m -> m.subject().id())
                        .needs(HISTORIAN),
                on(FindTimeline.class)
                        .does("read-timeline", "users", m -> m.subject().id())
                        .needs(HISTORIAN),
                on(FindDifference.class)
                        .does("read-timeline", "users", m -> m.subject().id())
                        .needs(HISTORIAN),
                on(FindPastHolders.class)
                        .does("list-past-holders", "permissions", FindPastHolders::permission)
                        .needs(HISTORIAN),
                on(FindPastRole.class)
                        .does("read-past", "roles", FindPastRole::role)
                        .needs(HISTORIAN),
                on(FindRoleTimeline.class)
                        .does("read-timeline", "roles", FindRoleTimeline::role)
                        .needs(HISTORIAN),
                on(FindPastRoles.class).does("list-past", "roles").needs(HISTORIAN),
                on(FindPastPolicy.class)
                        .does("read-past", "policies", FindPastPolicy::policy)
                        .needs(HISTORIAN),
                on(FindPastPolicies.class).does("list-past", "policies").needs(HISTORIAN),
                on(EvaluatePast.class).does("evaluate", "history").needs(HISTORIAN),
                on(SearchPast.class).does("search", "history").needs(HISTORIAN),
                on(FindFlips.class).does("read-flips", "history").needs(HISTORIAN),
                on(FindHistory.class).does("read", "history").needs(HISTORIAN),
                on(FindConsequences.class)
                        .does("read-consequences", "history", m -> Long.toString(m.position()))
                        .needs(HISTORIAN));
    }
}
