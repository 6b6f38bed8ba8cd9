package org.mandate.console.users;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.mandate.administration.AccountView;
import org.mandate.administration.ChangeAccount;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.assignment.AssignRole;
import org.mandate.authorization.assignment.AssignmentOutcome;
import org.mandate.authorization.assignment.AssignmentView;
import org.mandate.authorization.role.BrowseRoles;
import org.mandate.authorization.role.RolePage;
import org.mandate.authorization.role.RoleView;
import org.mandate.console.AssignmentRow;
import org.mandate.console.Attempt;
import org.mandate.console.Fields;
import org.mandate.console.FormFaults;
import org.mandate.console.KnownNames;
import org.mandate.console.ReachPanel;
import org.mandate.enforcement.Caller;
import org.mandate.enforcement.Gateway;
import org.mandate.identity.MessageOrigin;
import org.mandate.identity.UserId;
import org.mandate.identity.user.UserView;
import org.mandate.oversight.BrowseUser;
import org.mandate.oversight.Names;
import org.mandate.oversight.OpenForm;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One user: who they are, what they hold and why, at any moment; and changing it. */
@Controller
@RequestMapping("/console/users/{id}")
class UserController {

    private static final int SUGGESTED_ROLES = 500;

    private final Gateway gateway;
    private final KnownNames known;
    private final UserPast past;
    private final ReachPanel reach;

    UserController(Gateway gateway, KnownNames known, UserPast past, ReachPanel reach) {
        this.reach = reach;
        this.gateway = gateway;
        this.known = known;
        this.past = past;
    }

    @GetMapping
    String page(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> sent,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        UserId user = ThisUser.of(id);
        Optional<AccountView> account = find(user, caller);
        Fields link = new Fields(sent);
        FormFaults faults = Attempt.at(
                () -> past.show(user, Moments.of(link), link.optional("after"), caller, model), request, response);
        if (!faults.equals(FormFaults.NONE)) {
            past.show(user, Moments.NOW, Optional.empty(), caller, model);
            model.addAttribute("momentFault", faults.text());
        }
        if (account.isEmpty()) {
            return past(id, model);
        }
        return show(account.get(), Fields.none(), FormFaults.NONE, caller, model);
    }

    /** Whoever is erased has no name and no account any more, and a history all the same. */
    private static String past(String id, Model model) {
        if (model.getAttribute("steps") instanceof List<?> steps && steps.isEmpty()) {
            throw ThisUser.unknown(id);
        }
        model.addAttribute("id", id);
        return "console/users/erased";
    }

    /** What a grant would do, at an address that can be opened again and sent; without a role it is the user's page. */
    @GetMapping("/roles")
    String look(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> sent,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Fields form = new Fields(sent);
        if (form.optional("role").isEmpty()) {
            return "redirect:" + ThisUser.page(id);
        }
        FormFaults faults = Attempt.at(() -> reach.show(grant(id, form), caller, model), request, response);
        return again(id, form, faults, caller, model);
    }

    private static AssignRole grant(String id, Fields form) {
        return GrantForm.command(SubjectId.user(ThisUser.of(id).value()), form);
    }

    /** The form as it was sent, whose address is the one that shows it again. */
    private String again(String id, Fields form, FormFaults faults, Caller caller, Model model) {
        AccountView account = account(id, caller);
        past.show(account.user().id(), Moments.NOW, Optional.empty(), caller, model);
        model.addAttribute("here", GrantForm.link(id, form).toString());
        return show(account, form, faults, caller, model);
    }

    @PostMapping("/roles")
    String grant(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> sent,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Fields form = new Fields(sent);
        if (form.text("step").equals("look")) {
            return "redirect:" + GrantForm.link(id, form);
        }
        List<AssignmentOutcome> outcome = new ArrayList<>();
        FormFaults faults = Attempt.at(
                () -> outcome.add(
                        gateway.<AssignmentOutcome>send(grant(id, form), caller).result()),
                request,
                response);
        return outcome.isEmpty()
                ? again(id, form, faults, caller, model)
                : ThisUser.after(id, outcome.get(0).created() ? "granted" : "stands", gateway, caller);
    }

    private AccountView account(String id, Caller caller) {
        return find(ThisUser.of(id), caller).orElseThrow(() -> ThisUser.unknown(id));
    }

    private Optional<AccountView> find(UserId user, Caller caller) {
        return gateway.ask(new BrowseUser(user), ResponseTypes.optionalInstanceOf(AccountView.class), caller);
    }

    private String show(AccountView account, Fields form, FormFaults faults, Caller caller, Model model) {
        UserView user = account.user();
        model.addAttribute("user", UserRow.of(user));
        Names names = known.of(
                account.access().roles().stream()
                        .map(AssignmentView::grantedBy)
                        .filter(giver -> !giver.equals(MessageOrigin.SYSTEM))
                        .toList(),
                caller);
        List<GrantRow> grants = account.access().roles().stream()
                .map(view -> GrantRow.of(AssignmentRow.of(view), names, gateway, user.id(), caller))
                .toList();
        model.addAttribute("grants", grants);
        model.addAllAttributes(Map.of("form", form, "faults", faults));
        model.addAttribute("mayEdit", gateway.wouldAdmit(new OpenForm("users"), caller));
        boolean mayDeactivate = gateway.wouldAdmit(activation(user.id(), false), caller);
        model.addAttribute("mayDeactivate", mayDeactivate);
        List<String> grantable = grantable(user.id(), caller, model);
        model.addAttribute("grantable", grantable);
        model.addAttribute("mayGrant", !grantable.isEmpty());
        return "console/users/user";
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
        return new AssignRole(SubjectId.user(user.value()), role, org.mandate.authorization.Terms.UNLIMITED);
    }
}
