package org.mandate.console.users;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.mandate.administration.AccountView;
import org.mandate.administration.ChangeAccount;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.Terms;
import org.mandate.authorization.assignment.AssignRole;
import org.mandate.authorization.assignment.AssignmentView;
import org.mandate.authorization.role.BrowseRoles;
import org.mandate.authorization.role.RolePage;
import org.mandate.authorization.role.RoleView;
import org.mandate.console.AssignmentRow;
import org.mandate.console.Fields;
import org.mandate.console.FormFaults;
import org.mandate.console.KnownNames;
import org.mandate.enforcement.Caller;
import org.mandate.enforcement.Gateway;
import org.mandate.identity.MessageOrigin;
import org.mandate.identity.UserId;
import org.mandate.identity.user.UserView;
import org.mandate.oversight.BrowseUser;
import org.mandate.oversight.Names;
import org.mandate.oversight.OpenForm;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The page of a user as they stand now, with the form that grants them a role. */
@Component
class ShownUser {

    private static final int SUGGESTED_ROLES = 500;

    private final Gateway gateway;
    private final KnownNames known;
    private final Clock clock;

    ShownUser(Gateway gateway, KnownNames known, Clock clock) {
        this.gateway = gateway;
        this.known = known;
        this.clock = clock;
    }

    Optional<AccountView> find(UserId user, Caller caller) {
        return gateway.ask(new BrowseUser(user), ResponseTypes.optionalInstanceOf(AccountView.class), caller);
    }

    /** Whether this caller may know that there is no such user. Where they may not, the page refuses them. */
    boolean isUnknown(UserId user, Caller caller) {
        return gateway.wouldAdmit(new BrowseUser(user), caller)
                && find(user, caller).isEmpty();
    }

    String page(AccountView account, Fields form, FormFaults faults, Caller caller, Model model) {
        UserView user = account.user();
        model.addAttribute("user", UserRow.of(user));
        model.addAttribute("grants", grants(account, caller));
        model.addAllAttributes(Map.of("form", form, "faults", faults));
        model.addAttribute("mayEdit", gateway.wouldAdmit(new OpenForm("users"), caller));
        boolean mayDeactivate = gateway.wouldAdmit(activation(user.id(), false), caller);
        model.addAttribute("mayDeactivate", mayDeactivate);
        List<String> grantable = grantable(user.id(), caller, model);
        model.addAttribute("grantable", grantable);
        model.addAttribute("mayGrant", !grantable.isEmpty());
        return "console/users/user";
    }

    private List<GrantRow> grants(AccountView account, Caller caller) {
        List<AssignmentView> held = account.access().roles();
        Names names = known.of(
                held.stream()
                        .map(AssignmentView::grantedBy)
                        .filter(giver -> !giver.equals(MessageOrigin.SYSTEM))
                        .toList(),
                caller);
        Instant now = clock.instant();
        UserId user = account.user().id();
        return held.stream()
                .map(view -> GrantRow.of(AssignmentRow.of(view, now), names, gateway, user, caller))
                .toList();
    }

    static ChangeAccount activation(UserId user, boolean active) {
        return new ChangeAccount(user, Optional.of(active), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The roles that this caller could give; asked only of the first few, since more cannot be chosen from. */
    private List<String> grantable(UserId user, Caller caller, Model model) {
        BrowseRoles roles = BrowseRoles.all(SUGGESTED_ROLES);
        AssignRole any = assignment(user, "user");
        if (!gateway.wouldAdmit(roles, caller) || !gateway.wouldAdmit(any, caller)) {
            return List.of();
        }
        RolePage first = gateway.ask(roles, ResponseTypes.instanceOf(RolePage.class), caller);
        model.addAttribute("moreRoles", first.next().isPresent());
        return first.items().stream()
                .map(RoleView::name)
                .filter(role -> gateway.wouldAdmit(assignment(user, role), caller))
                .toList();
    }

    private static AssignRole assignment(UserId user, String role) {
        return new AssignRole(SubjectId.user(user.value()), role, Terms.UNLIMITED);
    }
}
