package org.mandate.console.users;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
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
import org.mandate.identity.UserId;
import org.mandate.identity.user.UserPage;
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
    private static final int PAGE = 50;

    private final Gateway gateway;

    UsersController(Gateway gateway) {
        this.gateway = gateway;
    }

    @GetMapping
    String list(
            @RequestParam Optional<String> q,
            @RequestParam Optional<String> role,
            @RequestParam Optional<String> active,
            @RequestParam Optional<String> cursor,
            Caller caller,
            Model model) {
        Optional<String> part = q.filter(text -> !text.isBlank()).map(String::trim);
        Optional<String> held = role.filter(text -> !text.isBlank()).map(String::trim);
        Optional<Boolean> state = active.filter(text -> !text.isBlank()).map(Boolean::valueOf);
        UserPage page = users(part, held, state, cursor, caller);
        model.addAttribute("users", page.items().stream().map(UserRow::of).toList());
        model.addAttribute("q", part.orElse(""));
        model.addAttribute("role", held.orElse(""));
        model.addAttribute("active", state.map(String::valueOf).orElse(""));
        model.addAttribute("filtered", part.isPresent() || held.isPresent() || state.isPresent());
        Link first = Link.to(LIST).with("q", part).with("role", held).with("active", state);
        model.addAttribute("newer", cursor.isPresent() ? first.toString() : "");
        model.addAttribute("older", first.further("cursor", page.next()));
        model.addAttribute("mayEnrol", gateway.wouldAdmit(FORM, caller));
        return "console/users/list";
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

    @GetMapping("/new")
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
