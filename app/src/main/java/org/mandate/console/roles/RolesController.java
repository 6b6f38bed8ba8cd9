package org.mandate.console.roles;

import java.time.Instant;
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
import org.springframework.web.bind.annotation.ModelAttribute;
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
    private static final int PERMISSIONS = 200;
    private static final int HEIRS = 50;
    private static final int MEMBERS = 25;
    private static final int CHANGES = 50;

    private final Gateway gateway;
    private final KnownNames known;
    private final RoleUse use;

    RolesController(Gateway gateway, KnownNames known, RoleUse use) {
        this.gateway = gateway;
        this.known = known;
        this.use = use;
    }

    @GetMapping
    String list(
            @RequestParam Optional<String> q,
            @RequestParam Optional<String> inherits,
            @RequestParam Optional<String> after,
            Caller caller,
            Model model) {
        Optional<String> part = q.map(String::trim).filter(text -> !text.isEmpty());
        Optional<String> above = inherits.map(String::trim).filter(text -> !text.isEmpty());
        BrowseRoles query = new BrowseRoles(part, above, PAGE, after);
        RolePage page = gateway.ask(query, ResponseTypes.instanceOf(RolePage.class), caller);
        model.addAttribute("roles", page.items());
        model.addAttribute("q", part.orElse(""));
        model.addAttribute("inherits", above.orElse(""));
        Link first = Link.to(LIST).with("q", part).with("inherits", above);
        model.addAttribute("newer", after.isPresent() ? first.toString() : "");
        model.addAttribute("older", first.further("after", page.next()));
        model.addAttribute("mayEdit", gateway.wouldAdmit(new OpenForm(OpenForm.ROLES), caller));
        return "console/roles/list";
    }

    /**
     * Which pages of a role's lists are shown.
     * @param beyond the last permission of the page before
     * @param before the key of the last change of the page before
     */
    record Pages(Optional<String> beyond, Optional<String> before) {}

    @GetMapping("/{name}")
    String page(
            @PathVariable String name,
            @RequestParam Optional<String> walk,
            @RequestParam Optional<Instant> since,
            @ModelAttribute Pages pages,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment,
            Caller caller,
            Model model) {
        model.addAttribute("name", name);
        use.show(name, walk, since, caller, model);
        if (fragment) {
            return "console/roles/role :: use";
        }
        Optional<RoleOverview> found =
                gateway.ask(new BrowseRole(name), ResponseTypes.optionalInstanceOf(RoleOverview.class), caller);
        if (found.isEmpty() && name.equals("new")) {
            return "redirect:/console/roles?new";
        }
        RoleOverview overview = found.orElseThrow(() -> unknown(name));
        model.addAttribute("role", overview.role());
        model.addAttribute("heirs", first(HEIRS, overview.heirs()));
        model.addAttribute("allHeirs", overview.heirs().size());
        model.addAttribute("edges", overview.hierarchy());
        model.addAttribute("cut", overview.cut());
        permissions(overview, pages.beyond(), model);
        members(name, caller, model);
        model.addAttribute("mayEdit", gateway.wouldAdmit(new OpenForm(OpenForm.ROLES), caller));
        timeline(name, pages.before(), caller, model);
        model.addAttribute("mayRetire", gateway.wouldAdmit(new OpenForm("users"), caller));
        return "console/roles/role";
    }

    private void members(String name, Caller caller, Model model) {
        BrowseUsers holders =
                new BrowseUsers(Optional.empty(), Optional.of(name), Optional.empty(), MEMBERS, Optional.empty());
        UserPage members = gateway.wouldAdmit(holders, caller)
                ? gateway.ask(holders, ResponseTypes.instanceOf(UserPage.class), caller)
                : new UserPage(List.of(), Optional.empty());
        model.addAttribute("members", members.items());
        model.addAttribute("moreMembers", members.next().isPresent());
    }

    /** The newest first; whoever may edit roles without overseeing access has no past to look at. */
    private void timeline(String name, Optional<String> before, Caller caller, Model model) {
        FindRoleTimeline query = new FindRoleTimeline(name, true, CHANGES, before);
        Optional<ChangePage> page = gateway.wouldAdmit(query, caller)
                ? gateway.ask(query, ResponseTypes.optionalInstanceOf(ChangePage.class), caller)
                : Optional.empty();
        Link first = Link.to(LIST + "/" + name);
        model.addAttribute("timeline", rows(page.map(ChangePage::items).orElse(List.of()), caller));
        model.addAttribute("newerChanges", before.isPresent() ? first.toString() : "");
        model.addAttribute("olderChanges", first.further("before", page.flatMap(ChangePage::next)));
    }

    private List<ChangeRow> rows(List<Change> changes, Caller caller) {
        List<String> actors = changes.stream()
                .flatMap(change -> change.by().stream())
                .filter(by -> !by.equals(MessageOrigin.SYSTEM))
                .distinct()
                .toList();
        Names names = known.of(actors, caller);
        return changes.stream()
                .map(change -> ChangeRow.of(change, Optional.empty(), names))
                .toList();
    }

    /** A page of them, in the order of their names. */
    private static void permissions(RoleOverview overview, Optional<String> beyond, Model model) {
        List<PermissionRow> rows = overview.sources().entrySet().stream()
                .filter(entry ->
                        beyond.map(last -> entry.getKey().compareTo(last) > 0).orElse(true))
                .limit(PERMISSIONS + 1L)
                .map(entry -> PermissionRow.of(entry.getKey(), entry.getValue(), overview.role()))
                .toList();
        List<PermissionRow> page = first(PERMISSIONS, rows);
        Optional<String> last = rows.size() > PERMISSIONS
                ? Optional.of(page.get(PERMISSIONS - 1).name())
                : Optional.empty();
        Link first = Link.to(LIST + "/" + overview.role().name());
        model.addAttribute("permissions", page);
        model.addAttribute("newer", beyond.isPresent() ? first.toString() : "");
        model.addAttribute("older", first.further("beyond", last));
    }

    private static <T> List<T> first(int most, List<T> all) {
        return all.subList(0, Math.min(most, all.size()));
    }

    static RuntimeException unknown(String name) {
        return Problem.of(ProblemKind.NOT_FOUND, "there is no role `" + name + "`")
                .found();
    }
}
