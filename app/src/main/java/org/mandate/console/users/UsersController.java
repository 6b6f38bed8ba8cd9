package org.mandate.console.users;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.mandate.administration.FindAccounts;
import org.mandate.console.Attempt;
import org.mandate.console.Fields;
import org.mandate.console.FormFaults;
import org.mandate.console.Link;
import org.mandate.enforcement.Caller;
import org.mandate.enforcement.Gateway;
import org.mandate.enforcement.Gateway.Written;
import org.mandate.enrolment.EnrolUser;
import org.mandate.http.problem.Problem;
import org.mandate.identity.UserId;
import org.mandate.identity.user.UserPage;
import org.mandate.oversight.BrowseUser;
import org.mandate.oversight.BrowseUsers;
import org.mandate.oversight.OpenForm;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** All users, and bringing in another. */
@Controller
@RequestMapping("/console/users")
class UsersController {

    private static final String LIST = "/console/users";
    private static final OpenForm FORM = new OpenForm("users");
    private static final List<String> FILTERS = List.of("q", "role", "active");
    private static final int PAGE = 50;

    private final Gateway gateway;

    UsersController(Gateway gateway) {
        this.gateway = gateway;
    }

    @GetMapping
    String list(
            @RequestParam MultiValueMap<String, String> sent,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Fields form = new Fields(sent);
        FormFaults faults = Attempt.at(() -> find(form, caller, model), request, response);
        FILTERS.forEach(name -> model.addAttribute(name, form.text(name)));
        model.addAttribute(
                "filtered",
                FILTERS.stream().anyMatch(name -> form.optional(name).isPresent()));
        model.addAttribute("faults", faults);
        model.addAttribute("mayEnrol", gateway.wouldAdmit(FORM, caller));
        model.addAttribute("mayGrant", gateway.wouldAdmit(new OpenForm(OpenForm.GRANTS), caller));
        return "console/users/list";
    }

    private void find(Fields form, Caller caller, Model model) {
        Optional<String> cursor = form.optional("cursor");
        UserPage page = users(
                form.optional("q"),
                form.optional("role"),
                form.optional("active").map(UsersController::isActive),
                cursor,
                caller);
        model.addAttribute("users", page.items().stream().map(UserRow::of).toList());
        boolean opens =
                page.items().stream().limit(1).allMatch(user -> gateway.wouldAdmit(new BrowseUser(user.id()), caller));
        model.addAttribute("mayOpen", opens);
        Link first = Link.to(LIST);
        FILTERS.forEach(name -> first.with(name, form.optional(name)));
        model.addAttribute("newer", cursor.isPresent() ? first.toString() : "");
        model.addAttribute("older", first.further("cursor", page.next()));
    }

    private static boolean isActive(String state) {
        return switch (state) {
            case "true" -> true;
            case "false" -> false;
            default ->
                throw Problem.invalid("active", "must be `true` or `false`").found();
        };
    }

    private UserPage users(
            Optional<String> q,
            Optional<String> role,
            Optional<Boolean> active,
            Optional<String> cursor,
            Caller caller) {
        BrowseUsers overseen = new BrowseUsers(q, role, active, PAGE, cursor);
        Object query =
                gateway.wouldAdmit(overseen, caller) ? overseen : new FindAccounts(q, role, active, PAGE, cursor);
        return gateway.ask(query, ResponseTypes.instanceOf(UserPage.class), caller);
    }

    /** Not a page beneath the list: that would be the page of a user of this id. */
    @GetMapping(params = "new")
    String form(Caller caller, Model model) {
        gateway.ask(FORM, ResponseTypes.instanceOf(Boolean.class), caller);
        return form(Fields.none(), FormFaults.NONE, model);
    }

    @PostMapping("/new")
    String enrol(
            @RequestParam MultiValueMap<String, String> sent,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Fields fields = new Fields(sent);
        UserId[] made = new UserId[1];
        FormFaults faults = Attempt.at(
                () -> {
                    EnrolUser command = UserForm.command(fields);
                    Written<UserId> written = gateway.send(command, caller);
                    made[0] = written.result();
                },
                request,
                response);
        return made[0] == null
                ? form(fields.with("password", ""), faults, model)
                : "redirect:" + Link.to(LIST + "/" + made[0]).with("done", Optional.of("user-made"));
    }

    private static String form(Fields fields, FormFaults faults, Model model) {
        model.addAllAttributes(Map.of("form", fields, "faults", faults));
        return "console/users/new";
    }
}
