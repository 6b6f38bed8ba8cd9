package org.mandate.enforcement;

import static org.mandate.authorization.decision.Requirement.anyRole;
import static org.mandate.authorization.decision.Requirement.authenticated;
import static org.mandate.authorization.decision.Requirement.may;
import static org.mandate.authorization.decision.Requirement.mayGrant;
import static org.mandate.authorization.decision.Requirement.mayLift;
import static org.mandate.authorization.decision.Requirement.mayReduce;
import static org.mandate.authorization.decision.Requirement.permission;
import static org.mandate.authorization.decision.Requirement.role;
import static org.mandate.authorization.decision.Requirement.scope;
import static org.mandate.enforcement.Conditions.unreadable;
import static org.mandate.enforcement.RowBuilder.on;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.mandate.administration.ChangeAccount;
import org.mandate.administration.FindAccount;
import org.mandate.administration.FindAccounts;
import org.mandate.administration.FindDashboard;
import org.mandate.administration.FindSettings;
import org.mandate.authorization.assignment.AssignRole;
import org.mandate.authorization.assignment.FindAccess;
import org.mandate.authorization.assignment.FindMembers;
import org.mandate.authorization.assignment.FindMembersAmong;
import org.mandate.authorization.assignment.RevokeRole;
import org.mandate.authorization.decision.Requirement;
import org.mandate.authorization.permission.DefinePermission;
import org.mandate.authorization.permission.FindPermissions;
import org.mandate.authorization.permission.RetirePermission;
import org.mandate.authorization.point.Evaluate;
import org.mandate.authorization.point.EvaluateAll;
import org.mandate.authorization.point.RightToAsk;
import org.mandate.authorization.role.AddInheritance;
import org.mandate.authorization.role.ChangeRole;
import org.mandate.authorization.role.DefineRole;
import org.mandate.authorization.role.FindRole;
import org.mandate.authorization.role.FindRoles;
import org.mandate.authorization.role.GrantPermission;
import org.mandate.authorization.role.RemoveInheritance;
import org.mandate.authorization.role.RetireRole;
import org.mandate.authorization.role.RevokePermission;
import org.mandate.authorization.search.Search;
import org.mandate.content.PostId;
import org.mandate.content.post.CreatePost;
import org.mandate.content.post.DeletePost;
import org.mandate.content.post.FindPost;
import org.mandate.content.post.FindPosts;
import org.mandate.content.post.PublishPost;
import org.mandate.content.post.UnpublishPost;
import org.mandate.content.post.UpdatePost;
import org.mandate.enrolment.BeginHistory;
import org.mandate.enrolment.EnrolUser;
import org.mandate.enrolment.ExportCatalogue;
import org.mandate.enrolment.ImportCatalogue;
import org.mandate.enrolment.SignUp;
import org.mandate.identity.UserId;
import org.mandate.identity.token.EndSession;
import org.mandate.identity.token.FindSessions;
import org.mandate.identity.token.FindSigningKeys;
import org.mandate.identity.token.RefreshTokens;
import org.mandate.identity.token.RotateSigningKeys;
import org.mandate.identity.token.Scopes;
import org.mandate.identity.token.SignIn;
import org.mandate.identity.token.SignOut;
import org.mandate.identity.user.ChangeAttributes;
import org.mandate.identity.user.ChangePassword;
import org.mandate.identity.user.ChangeProfile;
import org.mandate.identity.user.DeactivateUser;
import org.mandate.identity.user.EraseUser;
import org.mandate.identity.user.FindUser;
import org.mandate.identity.user.FindUserId;
import org.mandate.identity.user.FindUsers;
import org.mandate.identity.user.ReactivateUser;
import org.mandate.identity.user.RegisterUser;
import org.mandate.identity.user.SetPassword;

/** What each command and query of the system requires, one line each. What has no line here is denied. */
final class EnforcementTable {

    static final Requirement ADMINISTRATOR = Requirement.allOf(scope(Scopes.ADMIN), role("admin"));
    static final Requirement AUDITOR = Requirement.allOf(scope(Scopes.ADMIN), permission("audit:read"));

    private static final String HELD = "all that the role gives, before and after";

    private static final String DENIED_HOLDERS = "what policies deny holders of the role";

    private static final String TO_HOLDERS = "something to whoever holds the role";

    private final Map<Class<?>, Row<?>> rows = new LinkedHashMap<>();

    EnforcementTable(EnforcementSettings settings) {
        add(signIn(settings));
        add(posts());
        add(users());
        add(accounts());
        add(roles());
        add(access());
        add(AccessModelRows.all());
        add(AuditRows.all());
        add(ReplayRows.all());
        add(ProposalRows.all());
        add(records());
        add(IntegrityRows.all());
        add(OversightRows.all());
        add(HistoryRows.all());
    }

    Optional<Row<?>> row(Class<?> message) {
        return Optional.ofNullable(rows.get(message));
    }

    Collection<Row<?>> rows() {
        return List.copyOf(rows.values());
    }

    private static List<RowBuilder<?>> signIn(EnforcementSettings settings) {
        return List.of(
                on(SignIn.class).anyone(),
                on(RefreshTokens.class).anyone(),
                on(RotateSigningKeys.class).does("rotate", "signing-keys").needs(ADMINISTRATOR),
                on(SignUp.class).anyoneWhile(settings.registrationEnabled()).does("create", "users"),
                on(SignOut.class)
                        .does("end", "sessions")
                        .suffices("the session's own token", Conditions::ownSession, authenticated()),
                on(FindSigningKeys.class).does("read", "signing-keys").needs(ADMINISTRATOR),
                on(FindSessions.class).does("read", "sessions").needs(ADMINISTRATOR),
                on(EndSession.class)
                        .does("end", "sessions", EndSession::session)
                        .needs(ADMINISTRATOR));
    }

    private static List<RowBuilder<?>> posts() {
        return List.of(
                on(FindPosts.class)
                        .does("read", "posts")
                        .needs(scope(Scopes.POSTS_READ), may("read"))
                        .narrowed("only posts that one may read", Conditions::readable),
                on(FindPost.class)
                        .does("read", "posts", post(FindPost::post))
                        .needs(scope(Scopes.POSTS_READ), may("read"))
                        .hiddenWhen(unreadable(FindPost::post)),
                on(CreatePost.class)
                        .does("create", "posts")
                        .oneself(CreatePost::author, scope(Scopes.POSTS_WRITE), may("create")),
                on(UpdatePost.class)
                        .does("update", "posts", post(UpdatePost::post))
                        .needs(scope(Scopes.POSTS_WRITE), may("update"))
                        .alsoWhen("`published` changes", Conditions::changesPublished, may("publish"))
                        .hiddenWhen(unreadable(UpdatePost::post)),
                on(DeletePost.class)
                        .does("delete", "posts", post(DeletePost::post))
                        .needs(scope(Scopes.POSTS_DELETE), may("delete"))
                        .hiddenWhen(unreadable(DeletePost::post)),
                on(PublishPost.class)
                        .does("publish", "posts", post(PublishPost::post))
                        .needs(scope(Scopes.POSTS_WRITE), may("publish"))
                        .hiddenWhen(unreadable(PublishPost::post)),
                on(UnpublishPost.class)
                        .does("publish", "posts", post(UnpublishPost::post))
                        .needs(scope(Scopes.POSTS_WRITE), may("publish"))
                        .hiddenWhen(unreadable(UnpublishPost::post)));
    }

    private static List<RowBuilder<?>> users() {
        return List.of(
                on(FindUser.class)
                        .does("read", "users", user(FindUser::user))
                        .oneself(FindUser::user, scope(Scopes.USERS_READ), authenticated())
                        .needs(ADMINISTRATOR),
                on(FindUserId.class).does("read", "users").needs(ADMINISTRATOR),
                on(ChangeProfile.class)
                        .does("update", "users", user(ChangeProfile::user))
                        .oneself(ChangeProfile::user, scope(Scopes.USERS_WRITE), authenticated())
                        .needs(ADMINISTRATOR),
                on(ChangePassword.class)
                        .does("change-password", "users", user(ChangePassword::user))
                        .oneself(ChangePassword::user, scope(Scopes.USERS_WRITE), authenticated()),
                on(SetPassword.class)
                        .does("set-password", "users", user(SetPassword::user))
                        .needs(ADMINISTRATOR),
                on(ChangeAttributes.class)
                        .does("update", "users", user(ChangeAttributes::user))
                        .needs(ADMINISTRATOR),
                on(DeactivateUser.class)
                        .does("deactivate", "users", user(DeactivateUser::user))
                        .needs(ADMINISTRATOR),
                on(ReactivateUser.class)
                        .does("reactivate", "users", user(ReactivateUser::user))
                        .needs(ADMINISTRATOR));
    }

    private static List<RowBuilder<?>> accounts() {
        return List.of(
                on(FindUsers.class).does("read", "users").needs(scope(Scopes.ADMIN), anyRole("admin", "moderator")),
                on(FindAccounts.class).does("read", "users").needs(scope(Scopes.ADMIN), anyRole("admin", "moderator")),
                on(FindAccount.class)
                        .does("read", "users", user(FindAccount::user))
                        .needs(ADMINISTRATOR),
                on(EnrolUser.class)
                        .does("create", "users")
                        .needs(ADMINISTRATOR)
                        .gives("the roles that it names", Given::roles),
                on(ChangeAccount.class)
                        .does("update", "users", user(ChangeAccount::user))
                        .needs(ADMINISTRATOR),
                on(RegisterUser.class)
                        .does("create", "users", user(RegisterUser::user))
                        .needs(ADMINISTRATOR),
                on(EraseUser.class)
                        .does("delete", "users", user(EraseUser::user))
                        .needs(ADMINISTRATOR));
    }

    private static List<RowBuilder<?>> roles() {
        return List.of(
                on(FindRoles.class).does("read", "roles").needs(ADMINISTRATOR),
                on(FindRole.class).does("read", "roles", FindRole::name).needs(ADMINISTRATOR),
                editing(DefineRole.class, "create", DefineRole::name, Delegated::definition),
                editing(ChangeRole.class, "update", ChangeRole::name, Delegated::change)
                        .gives(TO_HOLDERS, Given::unlimited)
                        .lifts(DENIED_HOLDERS, m -> mayReduce(m.name(), m.inherits())),
                editing(GrantPermission.class, "update", GrantPermission::role, Delegated::permission)
                        .gives(TO_HOLDERS, Given::unlimited),
                editing(RevokePermission.class, "update", RevokePermission::role, m -> mayGrant(m.role())),
                editing(AddInheritance.class, "update", AddInheritance::role, Delegated::inheritance)
                        .gives(TO_HOLDERS, Given::unlimited),
                editing(RemoveInheritance.class, "update", RemoveInheritance::role, m -> mayGrant(m.role()))
                        .lifts(DENIED_HOLDERS, m -> mayLift(m.inherited())),
                on(RetireRole.class)
                        .does("delete", "roles", RetireRole::name)
                        .needs(ADMINISTRATOR)
                        .lifts(DENIED_HOLDERS, m -> mayLift(m.name())),
                on(AssignRole.class)
                        .does("assign", "roles", AssignRole::role)
                        .needs(scope(Scopes.ADMIN))
                        .delegated("roles:assign", HELD, m -> mayGrant(m.role()))
                        .gives("the role on its terms", m -> Optional.of(m.terms())),
                on(RevokeRole.class)
                        .does("revoke", "roles", RevokeRole::role)
                        .needs(scope(Scopes.ADMIN))
                        .delegated("roles:assign", HELD, m -> mayGrant(m.role()))
                        .lifts(DENIED_HOLDERS, m -> mayLift(m.role())));
    }

    private static <M> RowBuilder<M> editing(
            Class<M> message, String action, Function<M, String> role, Function<M, Requirement> limits) {
        return on(message)
                .does(action, "roles", role)
                .needs(scope(Scopes.ADMIN))
                .delegated("roles:edit", HELD, limits);
    }

    private static List<RowBuilder<?>> access() {
        return List.of(
                on(FindPermissions.class).does("read", "permissions").needs(ADMINISTRATOR),
                on(DefinePermission.class)
                        .does("create", "permissions", DefinePermission::name)
                        .needs(ADMINISTRATOR),
                on(RetirePermission.class)
                        .does("delete", "permissions", RetirePermission::name)
                        .needs(ADMINISTRATOR),
                on(FindAccess.class)
                        .does("read-access", "users", m -> m.subject().id())
                        .suffices("oneself", Conditions::ownAccess, authenticated())
                        .needs(ADMINISTRATOR),
                on(FindMembers.class)
                        .does("list-members", "roles", FindMembers::role)
                        .needs(ADMINISTRATOR),
                on(FindMembersAmong.class)
                        .does("list-members", "roles", FindMembersAmong::role)
                        .needs(ADMINISTRATOR));
    }

    private static List<RowBuilder<?>> records() {
        return List.of(
                on(FindDashboard.class).does("read", "dashboard").oneself(FindDashboard::reader, ADMINISTRATOR),
                on(FindSettings.class).does("read", "settings").needs(ADMINISTRATOR),
                on(ImportCatalogue.class)
                        .does("import", "catalogue")
                        .needs(ADMINISTRATOR)
                        .gives("the widest of its assignments, or its roles and policies", Given::catalogue),
                on(ExportCatalogue.class).does("export", "catalogue").needs(ADMINISTRATOR),
                // Only the system begins a history: a line that names nobody lets nobody in.
                on(BeginHistory.class),
                on(Evaluate.class)
                        .does(RightToAsk.ACTION, RightToAsk.TYPE)
                        .suffices("oneself", Conditions::asksOfOneself, scope(Scopes.ADMIN))
                        .needs(scope(Scopes.ADMIN), RightToAsk.REQUIREMENT)
                        .recordedByItsHandler(),
                on(EvaluateAll.class)
                        .does(RightToAsk.ACTION, RightToAsk.TYPE)
                        .suffices("oneself throughout", Conditions::asksOnlyOfOneself, scope(Scopes.ADMIN))
                        .needs(scope(Scopes.ADMIN), RightToAsk.REQUIREMENT)
                        .recordedByItsHandler(),
                on(Search.class)
                        .does("search", "access")
                        .suffices("what oneself may", Conditions::searchesForOneself, scope(Scopes.ADMIN))
                        .needs(scope(Scopes.ADMIN), RightToAsk.REQUIREMENT));
    }

    private static <M> Function<M, String> post(Function<M, PostId> post) {
        return post.andThen(PostId::value);
    }

    private static <M> Function<M, String> user(Function<M, UserId> user) {
        return user.andThen(UserId::value);
    }

    private void add(List<RowBuilder<?>> builders) {
        for (RowBuilder<?> builder : builders) {
            Row<?> row = builder.build();
            if (rows.put(row.message(), row) != null) {
                throw new IllegalStateException("two lines for " + row.message().getSimpleName());
            }
        }
    }
}
