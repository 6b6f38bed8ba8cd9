package org.mandate.enforcement;

import static org.mandate.authorization.decision.Requirement.authenticated;
import static org.mandate.authorization.decision.Requirement.permission;
import static org.mandate.authorization.decision.Requirement.scope;
import static org.mandate.enforcement.RowBuilder.on;

import java.util.List;
import org.mandate.authorization.decision.Requirement;
import org.mandate.authorization.role.BrowseRole;
import org.mandate.authorization.role.BrowseRoles;
import org.mandate.identity.token.Scopes;
import org.mandate.oversight.BrowsePermissions;
import org.mandate.oversight.BrowsePolicies;
import org.mandate.oversight.BrowsePolicy;
import org.mandate.oversight.BrowseUser;
import org.mandate.oversight.BrowseUsers;
import org.mandate.oversight.FindNames;
import org.mandate.oversight.FindOwnDecisions;
import org.mandate.oversight.FindVitals;
import org.mandate.oversight.OpenForm;

/** The lines of the table for reading access as it stands, without administering it. */
final class OversightRows {

    private static final Requirement OVERSEER = Requirement.allOf(scope(Scopes.ADMIN), permission("history:read"));

    private static final Requirement EDITOR = Requirement.allOf(
            scope(Scopes.ADMIN), Requirement.anyOf(permission("history:read"), permission("roles:edit")));

    private static final Requirement READER = Requirement.allOf(
            scope(Scopes.ADMIN),
            Requirement.anyOf(permission("history:read"), permission("audit:read"), permission("users:read")));

    private OversightRows() {}

    static List<RowBuilder<?>> all() {
        return List.of(
                on(BrowseUsers.class).does("browse", "users").needs(OVERSEER),
                on(BrowseUser.class)
                        .does("browse", "users", m -> m.user().value())
                        .needs(OVERSEER),
                on(BrowseRoles.class).does("browse", "roles").needs(EDITOR),
                on(BrowseRole.class).does("browse", "roles", BrowseRole::name).needs(EDITOR),
                on(BrowsePermissions.class).does("browse", "permissions").needs(EDITOR),
                on(BrowsePolicies.class).does("browse", "policies").needs(OVERSEER),
                on(BrowsePolicy.class)
                        .does("browse", "policies", BrowsePolicy::id)
                        .needs(OVERSEER),
                on(FindVitals.class).does("read", "vitals").needs(scope(Scopes.ADMIN), permission("audit:read")),
                on(FindNames.class).does("read-names", "users").needs(READER),
                on(OpenForm.class)
                        .does("open", "forms", OpenForm::form)
                        .suffices(
                                "for roles",
                                (m, situation) -> m.form().equals(OpenForm.ROLES),
                                scope(Scopes.ADMIN),
                                Requirement.anyOf(Requirement.role("admin"), permission("roles:edit")))
                        .suffices(
                                "for grants",
                                (m, situation) -> m.form().equals(OpenForm.GRANTS),
                                scope(Scopes.ADMIN),
                                Requirement.anyOf(Requirement.role("admin"), permission("roles:assign")))
                        .needs(EnforcementTable.ADMINISTRATOR),
                on(FindOwnDecisions.class)
                        .does("read-decisions", "users", m -> m.user().value())
                        .oneself(FindOwnDecisions::user, scope(Scopes.USERS_READ), authenticated()));
    }
}
