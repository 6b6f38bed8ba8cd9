package org.mandate.console.roles;

import java.util.List;
import java.util.Optional;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.mandate.authorization.role.BrowseRole;
import org.mandate.authorization.role.BrowseRoles;
import org.mandate.authorization.role.RoleOverview;
import org.mandate.authorization.role.RolePage;
import org.mandate.console.Link;
import org.mandate.enforcement.Caller;
import org.mandate.enforcement.Gateway;
import org.mandate.http.problem.Problem;
import org.mandate.http.problem.ProblemKind;
import org.mandate.identity.user.UserPage;
import org.mandate.oversight.BrowseUsers;
import org.mandate.oversight.OpenForm;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** All roles, and one of them as it stands. */
@Controller
@RequestMapping("/console/roles")
class RolesController {

    private static final String LIST = "/console/roles";
    private static final int PAGE = 50;
    private static final int MEMBERS = 25;

    private final Gateway gateway;

    RolesController(Gateway gateway) {
        this.gateway = gateway;
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
    String page(@PathVariable String name, Caller caller, Model model) {
        RoleOverview overview = gateway.ask(
                        new BrowseRole(name), ResponseTypes.optionalInstanceOf(RoleOverview.class), caller)
                .orElseThrow(() -> unknown(name));
        BrowseUsers holders =
                new BrowseUsers(Optional.empty(), Optional.of(name), Optional.empty(), MEMBERS, Optional.empty());
        UserPage members = gateway.ask(holders, ResponseTypes.instanceOf(UserPage.class), caller);
        model.addAttribute("role", overview.role());
        model.addAttribute("heirs", overview.heirs());
        model.addAttribute("edges", overview.hierarchy());
        model.addAttribute("cut", overview.cut());
        model.addAttribute("permissions", permissions(overview));
        model.addAttribute("members", members.items());
        model.addAttribute("moreMembers", members.next().isPresent());
        model.addAttribute("mayEdit", gateway.wouldAdmit(new OpenForm(OpenForm.ROLES), caller));
        model.addAttribute("mayRetire", gateway.wouldAdmit(new OpenForm("users"), caller));
        return "console/roles/role";
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
