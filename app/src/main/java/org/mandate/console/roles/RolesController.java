package org.mandate.console.roles;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.mandate.authorization.change.Change;
import org.mandate.authorization.change.ChangePage;
import org.mandate.authorization.change.FindRoleTimeline;
import org.mandate.authorization.role.BrowseRole;
import org.mandate.authorization.role.BrowseRoles;
import org.mandate.authorization.role.RoleOverview;
import org.mandate.authorization.role.RolePage;
import org.mandate.console.ChangeRow;
import org.mandate.console.KnownNames;
import org.mandate.console.Link;
import org.mandate.enforcement.Caller;
import org.mandate.enforcement.Gateway;
import org.mandate.http.problem.Problem;
import org.mandate.http.problem.ProblemKind;
import org.mandate.identity.MessageOrigin;
import org.mandate.identity.user.UserPage;
import org.mandate.oversight.BrowseUsers;
import org.mandate.oversight.Names;
import org.mandate.oversight.OpenForm;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** All roles, and one of them as it stands. */
@Controller
@RequestMapping("/console/roles")
class RolesController {

    private static final String LIST = "/console/roles";
    private static final int PAGE = 50;
    private static final int MEMBERS = 25;
    private static final int CHANGES = 200;

    private final Gateway gateway;
    private final KnownNames known;
    private final RoleUse use;

    RolesController(Gateway gateway, KnownNames known, RoleUse use) {
        this.gateway = gateway;
        this.known = known;
        this.use = use;
    }

    @GetMapping
    String list(@RequestParam Optional<String> q, @RequestParam Optional<String> after, Caller caller, Model model) {
        Optional<String> part = q.map(String::trim).filter(text -> !text.isEmpty());
        RolePage page =
                gateway.ask(new BrowseRoles(part, PAGE, after), ResponseTypes.instanceOf(RolePage.class), caller);
        model.addAttribute("roles", page.items());
        model.addAttribute("q", part.orElse(""));
        Link first = Link.to(LIST).with("q", part);
        model.addAttribute("newer", after.isPresent() ? first.toString() : "");
        model.addAttribute("older", first.further("after", page.next()));
        model.addAttribute("mayEdit", gateway.wouldAdmit(new OpenForm(OpenForm.ROLES), caller));
        return "console/roles/list";
    }

    @GetMapping("/{name}")
    String page(
            @PathVariable String name,
            @RequestParam Optional<String> walk,
            @RequestParam Optional<Instant> since,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment,
            Caller caller,
            Model model) {
        model.addAttribute("name", name);
        use.show(name, walk, since, caller, model);
        if (fragment) {
            return "console/roles/role :: use";
        }
        RoleOverview overview = gateway.ask(
                        new BrowseRole(name), ResponseTypes.optionalInstanceOf(RoleOverview.class), caller)
                .orElseThrow(() -> unknown(name));
        BrowseUsers holders =
                new BrowseUsers(Optional.empty(), Optional.of(name), Optional.empty(), MEMBERS, Optional.empty());
        UserPage members = gateway.wouldAdmit(holders, caller)
                ? gateway.ask(holders, ResponseTypes.instanceOf(UserPage.class), caller)
                : new UserPage(List.of(), Optional.empty());
        model.addAttribute("role", overview.role());
        model.addAttribute("heirs", overview.heirs());
        model.addAttribute("edges", overview.hierarchy());
        model.addAttribute("cut", overview.cut());
        model.addAttribute("permissions", permissions(overview));
        model.addAttribute("members", members.items());
        model.addAttribute("moreMembers", members.next().isPresent());
        model.addAttribute("mayEdit", gateway.wouldAdmit(new OpenForm(OpenForm.ROLES), caller));
        model.addAttribute("timeline", timeline(name, caller));
        model.addAttribute("mayRetire", gateway.wouldAdmit(new OpenForm("users"), caller));
        return "console/roles/role";
    }

    /** The newest first; whoever may edit roles without overseeing access has no past to look at. */
    private List<ChangeRow> timeline(String name, Caller caller) {
        FindRoleTimeline query = new FindRoleTimeline(name, CHANGES, Optional.empty());
        if (!gateway.wouldAdmit(query, caller)) {
            return List.of();
        }
        List<Change> changes = gateway.ask(query, ResponseTypes.optionalInstanceOf(ChangePage.class), caller)
                .map(ChangePage::items)
                .orElse(List.of());
        List<String> actors = changes.stream()
                .flatMap(change -> change.by().stream())
                .filter(by -> !by.equals(MessageOrigin.SYSTEM))
                .distinct()
                .toList();
        Names names = known.of(actors, caller);
        List<ChangeRow> rows = new ArrayList<>();
        changes.forEach(change -> rows.add(0, ChangeRow.of(change, Optional.empty(), names)));
        return rows;
    }

    private static List<PermissionRow> permissions(RoleOverview overview) {
        return overview.sources().entrySet().stream()
                .map(entry -> PermissionRow.of(entry.getKey(), entry.getValue(), overview.role()))
                .toList();
    }

    static RuntimeException unknown(String name) {
        return Problem.of(ProblemKind.NOT_FOUND, "there is no role `" + name + "`")
                .found();
    }
}
