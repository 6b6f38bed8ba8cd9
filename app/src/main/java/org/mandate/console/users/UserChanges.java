package org.mandate.console.users;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.mandate.administration.AccountView;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.assignment.RevokeRole;
import org.mandate.console.Attempt;
import org.mandate.console.Confirmation;
import org.mandate.console.FormFaults;
import org.mandate.console.Link;
import org.mandate.console.ReachPanel;
import org.mandate.enforcement.Caller;
import org.mandate.enforcement.Gateway;
import org.mandate.identity.user.EraseUser;
import org.mandate.oversight.BrowseUser;
import org.mandate.oversight.OpenForm;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What takes something from a user: each is asked first, on a page that names what it does. */
@Controller
@RequestMapping("/console/users/{id}")
class UserChanges {

    private final Gateway gateway;
    private final ReachPanel reach;

    UserChanges(Gateway gateway, ReachPanel reach) {
        this.reach = reach;
        this.gateway = gateway;
    }

    /** A page that is asked for, and where its answer goes. */
    private record Asked(Caller caller, HttpServletRequest request, HttpServletResponse response, Model model) {}

    @GetMapping("/roles/{role}/revoke")
    String askRevoke(
            @PathVariable String id,
            @PathVariable String role,
            @RequestParam Optional<String> assignment,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Asked asked = new Asked(caller, request, response, model);
        open(OpenForm.GRANTS, asked.caller());
        return ask(
                revocation(id, role, assignment, asked.caller()),
                command(id, role, assignment, Optional.empty()),
                asked);
    }

    @PostMapping("/roles/{role}/revoke")
    String revoke(
            @PathVariable String id,
            @PathVariable String role,
            @RequestParam Optional<String> assignment,
            @RequestParam Optional<String> reason,
            Caller caller) {
        gateway.send(command(id, role, assignment, reason), caller);
        return ThisUser.after(id, "revoked", gateway, caller);
    }

    private static RevokeRole command(String id, String role, Optional<String> assignment, Optional<String> reason) {
        return new RevokeRole(
                SubjectId.user(ThisUser.of(id).value()),
                role,
                assignment.filter(text -> !text.isBlank()),
                reason.map(String::trim).filter(text -> !text.isEmpty()));
    }

    private Confirmation revocation(String id, String role, Optional<String> assignment, Caller caller) {
        String name = name(id, caller);
        return new Confirmation(
                "Revoke the role " + role + " from " + name + "?",
                List.of(
                        name + " loses at once what this grant alone gives.",
                        "The history keeps that it was granted, and that you revoked it."),
                "Revoke " + role,
                Link.to(here(id) + "/roles/" + role + "/revoke")
                        .with("assignment", assignment)
                        .toString(),
                Map.of(),
                true,
                ThisUser.back(id, gateway, caller));
    }

    @GetMapping("/deactivate")
    String askDeactivate(
            @PathVariable String id,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Asked asked = new Asked(caller, request, response, model);
        open("users", asked.caller());
        return ask(deactivation(id, asked.caller()), ShownUser.activation(ThisUser.of(id), false), asked);
    }

    @PostMapping("/deactivate")
    String deactivate(
            @PathVariable String id,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        FormFaults faults =
                Attempt.at(() -> gateway.send(ShownUser.activation(ThisUser.of(id), false), caller), request, response);
        return faults.equals(FormFaults.NONE)
                ? ThisUser.after(id, "user-deactivated", gateway, caller)
                : deactivation(id, caller).page(faults, model);
    }

    private Confirmation deactivation(String id, Caller caller) {
        String name = name(id, caller);
        return new Confirmation(
                "Deactivate " + name + "?",
                List.of(
                        name + " is signed out everywhere and denied everything.",
                        "Grants stay as they are: reactivating gives the same access back."),
                "Deactivate " + name,
                here(id) + "/deactivate",
                Map.of(),
                false,
                here(id));
    }

    @PostMapping("/reactivate")
    String reactivate(@PathVariable String id, Caller caller) {
        gateway.send(ShownUser.activation(ThisUser.of(id), true), caller);
        return ThisUser.after(id, "user-reactivated", gateway, caller);
    }

    @GetMapping("/erase")
    String askErase(
            @PathVariable String id,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Asked asked = new Asked(caller, request, response, model);
        open("users", asked.caller());
        return ask(erasure(id, asked.caller()), new EraseUser(ThisUser.of(id)), asked);
    }

    @PostMapping("/erase")
    String erase(
            @PathVariable String id,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        FormFaults faults = Attempt.at(() -> gateway.send(new EraseUser(ThisUser.of(id)), caller), request, response);
        return faults.equals(FormFaults.NONE)
                ? "redirect:/console/users?done=user-erased"
                : erasure(id, caller).page(faults, model);
    }

    private Confirmation erasure(String id, Caller caller) {
        String name = name(id, caller);
        return new Confirmation(
                "Erase " + name + " for good?",
                List.of(
                        "Name, e-mail address and attributes can never be read again, by anybody.",
                        "All of their grants end and they can no longer sign in.",
                        "What they did and what was decided about them stays in the history, under their id."),
                "Erase " + name,
                here(id) + "/erase",
                Map.of(),
                false,
                here(id));
    }

    /** The question, with whom the change would reach. Where nobody can look now, the page says so and asks all the same. */
    private String ask(Confirmation question, Object command, Asked asked) {
        FormFaults faults =
                Attempt.at(() -> reach.show(command, asked.caller(), asked.model()), asked.request(), asked.response());
        return question.page(faults, asked.model());
    }

    private void open(String form, Caller caller) {
        gateway.ask(new OpenForm(form), ResponseTypes.instanceOf(Boolean.class), caller);
    }

    /** As whoever asks may know them: a delegate may change what somebody holds without being shown who they are. */
    private String name(String id, Caller caller) {
        BrowseUser query = new BrowseUser(ThisUser.of(id));
        if (!gateway.wouldAdmit(query, caller)) {
            return "user " + id;
        }
        return gateway.ask(query, ResponseTypes.optionalInstanceOf(AccountView.class), caller)
                .map(account -> account.user().username())
                .orElseThrow(() -> ThisUser.unknown(id));
    }

    private static String here(String id) {
        return ThisUser.page(id);
    }
}
