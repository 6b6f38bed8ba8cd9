package org.mandate.console.users;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mandate.administration.AccountView;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.assignment.AssignRole;
import org.mandate.console.Attempt;
import org.mandate.console.Fields;
import org.mandate.console.FormFaults;
import org.mandate.console.ReachPanel;
import org.mandate.console.Step;
import org.mandate.enforcement.Caller;
import org.mandate.enforcement.Gateway;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Granting a role on the page of the user who is to hold it. */
@Controller
@RequestMapping("/console/users/{id}/roles")
class GrantController {

    private static final Set<Step> STEPS = EnumSet.of(Step.SAVE, Step.LOOK);

    private final Gateway gateway;
    private final ShownUser shown;
    private final UserPast past;
    private final ReachPanel reach;
    private final Clock clock;

    GrantController(Gateway gateway, ShownUser shown, UserPast past, ReachPanel reach, Clock clock) {
        this.gateway = gateway;
        this.shown = shown;
        this.past = past;
        this.reach = reach;
        this.clock = clock;
    }

    /** What a grant would do, at an address that can be opened again and sent; without a role it is the user's page. */
    @GetMapping
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

    @PostMapping
    String grant(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> sent,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Fields form = new Fields(sent);
        if (Step.of(form, STEPS) == Step.LOOK) {
            return "redirect:" + GrantForm.link(id, form);
        }
        List<String> done = new ArrayList<>();
        FormFaults faults = Attempt.at(
                () -> done.add(GrantForm.granted(grant(id, form), gateway, caller, clock)), request, response);
        return done.isEmpty()
                ? again(id, form, faults, caller, model)
                : ThisUser.after(id, done.get(0), gateway, caller);
    }

    private static AssignRole grant(String id, Fields form) {
        return GrantForm.command(SubjectId.user(ThisUser.of(id).value()), form);
    }

    /** The form as it was sent, whose address is the one that shows it again. */
    private String again(String id, Fields form, FormFaults faults, Caller caller, Model model) {
        AccountView account = shown.find(ThisUser.of(id), caller).orElseThrow(() -> ThisUser.unknown(id));
        past.show(account.user().id(), Moments.NOW, Optional.empty(), caller, model);
        model.addAttribute("here", GrantForm.link(id, form).toString());
        return shown.page(account, form, faults, caller, model);
    }
}
