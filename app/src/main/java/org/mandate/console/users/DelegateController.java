package org.mandate.console.users;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.mandate.access.NamedSubjects;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.assignment.RevokeRole;
import org.mandate.console.Attempt;
import org.mandate.console.Confirmation;
import org.mandate.console.Fields;
import org.mandate.console.FormFaults;
import org.mandate.console.Link;
import org.mandate.enforcement.Caller;
import org.mandate.enforcement.Gateway;
import org.mandate.oversight.OpenForm;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Granting and revoking for whoever may do so without seeing the pages of users: they name the user, and nothing about the user
 * is answered beyond what came of it.
 */
@Controller
@RequestMapping(DelegateController.PAGE)
class DelegateController {

    static final String PAGE = "/console/grants";

    private final Gateway gateway;
    private final NamedSubjects subjects;
    private final Clock clock;

    DelegateController(Gateway gateway, NamedSubjects subjects, Clock clock) {
        this.gateway = gateway;
        this.subjects = subjects;
        this.clock = clock;
    }

    @GetMapping
    String page(@RequestParam MultiValueMap<String, String> sent, Caller caller, Model model) {
        open(caller);
        return form(new Fields(sent), FormFaults.NONE, model);
    }

    @PostMapping
    String grant(
            @RequestParam MultiValueMap<String, String> sent,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Fields form = new Fields(sent);
        List<String> done = new ArrayList<>();
        FormFaults faults = Attempt.at(() -> done.add(granted(form, caller)), request, response);
        if (done.isEmpty()) {
            open(caller);
            return form(form, faults, model);
        }
        return after(form, done.get(0));
    }

    private String granted(Fields form, Caller caller) {
        return GrantForm.granted(GrantForm.command(subject(form), form), gateway, caller, clock);
    }

    @GetMapping("/revoke")
    String askRevoke(@RequestParam MultiValueMap<String, String> sent, Caller caller, Model model) {
        open(caller);
        Fields form = new Fields(sent);
        return question(form.required("user"), form.required("role")).page(model);
    }

    @PostMapping("/revoke")
    String revoke(
            @RequestParam MultiValueMap<String, String> sent,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Fields form = new Fields(sent);
        FormFaults faults = Attempt.at(
                () -> gateway.send(
                        new RevokeRole(subject(form), form.required("role"), Optional.empty(), form.optional("reason")),
                        caller),
                request,
                response);
        return faults.equals(FormFaults.NONE)
                ? after(form, "revoked")
                : question(form.text("user"), form.text("role")).page(faults, model);
    }

    private static Confirmation question(String user, String role) {
        return new Confirmation(
                "Revoke the role " + role + " from " + user + "?",
                List.of(
                        user + " loses at once what every grant of this role gives that stands.",
                        "The history keeps that it was granted, and that you revoked it."),
                "Revoke " + role,
                PAGE + "/revoke",
                Map.of("user", user, "role", role),
                true,
                page(user).toString());
    }

    private static Link page(String user) {
        return Link.to(PAGE).with("user", Optional.of(user));
    }

    private static String after(Fields form, String done) {
        return "redirect:" + page(form.text("user")).with("done", Optional.of(done));
    }

    private static String form(Fields form, FormFaults faults, Model model) {
        model.addAllAttributes(Map.of("form", form, "faults", faults, "grantable", List.of()));
        return "console/users/grants";
    }

    private SubjectId subject(Fields form) {
        return subjects.resolve(SubjectId.user(form.required("user")));
    }

    private void open(Caller caller) {
        gateway.ask(new OpenForm(OpenForm.GRANTS), ResponseTypes.instanceOf(Boolean.class), caller);
    }
}
