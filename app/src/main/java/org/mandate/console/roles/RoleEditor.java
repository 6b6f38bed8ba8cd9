package org.mandate.console.roles;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.mandate.authorization.Upon;
import org.mandate.authorization.change.HistoryFilter;
import org.mandate.authorization.permission.PermissionView;
import org.mandate.authorization.role.BrowseRole;
import org.mandate.authorization.role.ChangeRole;
import org.mandate.authorization.role.RetireRole;
import org.mandate.authorization.role.RoleContent;
import org.mandate.authorization.role.RoleOverview;
import org.mandate.authorization.role.RoleView;
import org.mandate.console.Attempt;
import org.mandate.console.Basis;
import org.mandate.console.Confirmation;
import org.mandate.console.Fields;
import org.mandate.console.FormFaults;
import org.mandate.console.LastChange;
import org.mandate.console.Link;
import org.mandate.console.ReachPanel;
import org.mandate.console.Step;
import org.mandate.enforcement.Caller;
import org.mandate.enforcement.Gateway;
import org.mandate.oversight.BrowsePermissions;
import org.mandate.oversight.OpenForm;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Creating, changing and deleting roles. */
@Controller
@RequestMapping("/console/roles")
class RoleEditor {

    private static final int MOST_NAMED = 20;
    private static final Set<Step> STEPS = EnumSet.of(Step.SAVE, Step.LOOK);

    private final Gateway gateway;
    private final ReachPanel reach;
    private final LastChange lastChange;

    RoleEditor(Gateway gateway, ReachPanel reach, LastChange lastChange) {
        this.gateway = gateway;
        this.reach = reach;
        this.lastChange = lastChange;
    }

    /** Not a page beneath the list: that would be the page of a role of this name. */
    @GetMapping(params = "new")
    String blank(@RequestParam Optional<String> resource, Caller caller, Model model) {
        open(OpenForm.ROLES, caller);
        return form("", Fields.none().with("resource", resource.orElse("")), FormFaults.NONE, caller, model);
    }

    @PostMapping("/new")
    String define(
            @RequestParam MultiValueMap<String, String> sent,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Fields fields = new Fields(sent);
        if (Step.of(fields, STEPS) == Step.LOOK) {
            FormFaults found =
                    Attempt.at(() -> reach.show(RoleForm.definition(fields), caller, model), request, response);
            return form("", fields, found, caller, model);
        }
        FormFaults faults = Attempt.at(() -> gateway.send(RoleForm.definition(fields), caller), request, response);
        return faults.equals(FormFaults.NONE)
                ? shown(fields.text("name"), "role-made")
                : form("", fields, faults, caller, model);
    }

    @GetMapping("/{name}/edit")
    String edit(@PathVariable String name, @RequestParam Optional<String> resource, Caller caller, Model model) {
        open(OpenForm.ROLES, caller);
        Fields fields = RoleForm.of(role(name, caller).role()).with("resource", resource.orElse(""));
        return form(name, fields, FormFaults.NONE, caller, model);
    }

    @PostMapping("/{name}/edit")
    String change(
            @PathVariable String name,
            @RequestParam MultiValueMap<String, String> sent,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Step step = Step.of(new Fields(sent), STEPS);
        RoleView standing = role(name, caller).role();
        Fields fields = RoleForm.whole(new Fields(sent), standing::permissions);
        if (step == Step.LOOK) {
            ChangeRole change = RoleForm.change(name, fields, Upon.whateverStands());
            FormFaults found = Attempt.at(() -> reach.show(change, caller, model), request, response);
            return form(name, fields, found, caller, model);
        }
        ChangeRole change = RoleForm.change(name, fields, upon(standing, fields));
        FormFaults faults = Attempt.at(() -> gateway.send(change, caller), request, response);
        if (faults.equals(FormFaults.NONE)) {
            return shown(name, "role-changed");
        }
        return form(name, renewed(fields, role(name, caller).role(), caller, model), faults, caller, model);
    }

    private static Upon<RoleContent> upon(RoleView standing, Fields form) {
        return Basis.of(form, standing.content(), RoleForm.written(standing));
    }

    @GetMapping("/{name}/delete")
    String askRetire(@PathVariable String name, Caller caller, HttpServletRequest request, Model model) {
        open("users", caller);
        reach.beside(Link.to("/console/roles/" + name + "/delete"), request, new RetireRole(name), caller, model);
        return retirement(role(name, caller)).page(model);
    }

    private Fields renewed(Fields form, RoleView now, Caller caller, Model model) {
        return lastChange.renewed(form, RoleForm.written(now), HistoryFilter.ofRole(now.name()), caller, model);
    }

    @PostMapping("/{name}/delete")
    String retire(
            @PathVariable String name,
            @RequestParam MultiValueMap<String, String> sent,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Fields form = new Fields(sent);
        RoleView standing = role(name, caller).role();
        RetireRole retirement = new RetireRole(name, upon(standing, form));
        FormFaults faults = Attempt.at(() -> gateway.send(retirement, caller), request, response);
        if (faults.equals(FormFaults.NONE)) {
            return "redirect:/console/roles?done=role-retired";
        }
        RoleOverview now = role(name, caller);
        renewed(form, now.role(), caller, model);
        return retirement(now).page(faults, model);
    }

    private static Confirmation retirement(RoleOverview overview) {
        String name = overview.role().name();
        return new Confirmation(
                "Delete the role " + name + "?",
                List.of(
                        "Everybody who holds " + name + " loses what it alone gives them, at once.",
                        heirs(overview.heirs()),
                        "The history keeps what it gave, and to whom."),
                "Delete " + name,
                "/console/roles/" + name + "/delete",
                Map.of(Basis.FIELD, RoleForm.written(overview.role())),
                false,
                "/console/roles/" + name);
    }

    private static String heirs(List<String> heirs) {
        if (heirs.isEmpty()) {
            return "No other role inherits from it.";
        }
        int named = Math.min(heirs.size(), MOST_NAMED);
        String more = heirs.size() > named ? " and " + (heirs.size() - named) + " more" : "";
        return "These inherit from it and lose the same: " + String.join(", ", heirs.subList(0, named)) + more + ".";
    }

    private String form(String name, Fields fields, FormFaults faults, Caller caller, Model model) {
        List<PermissionView> catalogue =
                gateway.ask(new BrowsePermissions(), ResponseTypes.multipleInstancesOf(PermissionView.class), caller);
        model.addAttribute("name", name);
        model.addAttribute("title", name.isEmpty() ? "New role" : "Edit " + name);
        model.addAttribute("form", fields.with("others", RoleForm.others(catalogue, fields)));
        model.addAttribute("faults", faults);
        RoleForm.Matrix matrix = RoleForm.matrix(catalogue, fields, fields.text("resource"));
        model.addAttribute("matrix", matrix.rows());
        model.addAttribute("shown", String.join(",", matrix.shown()));
        model.addAttribute("searches", RoleForm.searches(catalogue));
        return "console/roles/edit";
    }

    private RoleOverview role(String name, Caller caller) {
        return gateway.ask(new BrowseRole(name), ResponseTypes.optionalInstanceOf(RoleOverview.class), caller)
                .orElseThrow(() -> RolesController.unknown(name));
    }

    private void open(String form, Caller caller) {
        gateway.ask(new OpenForm(form), ResponseTypes.instanceOf(Boolean.class), caller);
    }

    private static String shown(String name, String done) {
        return "redirect:" + Link.to("/console/roles/" + name).with("done", Optional.of(done));
    }
}
