package org.mandate.console.policies;

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
import org.mandate.authorization.policy.PolicyView;
import org.mandate.authorization.policy.RetirePolicy;
import org.mandate.console.Attempt;
import org.mandate.console.Basis;
import org.mandate.console.Confirmation;
import org.mandate.console.FaultPlace;
import org.mandate.console.Fields;
import org.mandate.console.FormFaults;
import org.mandate.console.LastChange;
import org.mandate.console.Link;
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

/** Creating, changing and deleting policies. */
@Controller
@RequestMapping(PoliciesController.LIST)
class PolicyEditor {

    private static final Set<Step> STEPS = EnumSet.allOf(Step.class);

    private final Gateway gateway;
    private final ThisPolicy policies;
    private final PolicyTrial trial;
    private final ReachPanel reach;
    private final LastChange lastChange;

    PolicyEditor(Gateway gateway, ThisPolicy policies, PolicyTrial trial, ReachPanel reach, LastChange lastChange) {
        this.gateway = gateway;
        this.policies = policies;
        this.trial = trial;
        this.reach = reach;
        this.lastChange = lastChange;
    }

    /** Not a page beneath the list: that would be the page of a policy of this id. */
    @GetMapping(params = "new")
    String blank(Caller caller, Model model) {
        open(caller);
        return form("", PolicyForm.blank(), FormFaults.NONE, model);
    }

    @GetMapping("/{id}/edit")
    String edit(@PathVariable String id, Caller caller, Model model) {
        open(caller);
        return form(id, PolicyForm.of(policies.require(id, caller)), FormFaults.NONE, model);
    }

    @PostMapping({"/new", "/{id}/edit"})
    String save(
            @PathVariable Optional<String> id,
            @RequestParam MultiValueMap<String, String> sent,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Fields fields = new Fields(sent);
        Step step = Step.of(fields, STEPS);
        String policy = id.orElseGet(() -> fields.text("id"));
        Runnable action = action(step, policy, id.isPresent(), fields, caller, model);
        FormFaults faults = Attempt.at(action, request, response).beneath(PolicyTrial.PLACE);
        if (step != Step.SAVE) {
            return form(id.orElse(""), fields, faults, model);
        }
        if (faults.equals(FormFaults.NONE)) {
            return "redirect:" + Link.to(page(policy)).with("done", Optional.of("policy-saved"));
        }
        Fields again = id.map(known -> renewed(fields, policies.require(known, caller), caller, model))
                .orElse(fields);
        return form(id.orElse(""), again, faults, model);
    }

    private Runnable action(Step step, String id, boolean stands, Fields fields, Caller caller, Model model) {
        if (step == Step.SAVE) {
            Upon<PolicyView> upon = stands ? upon(policies.require(id, caller), fields) : Upon.nothing();
            return () -> gateway.send(PolicyForm.command(id, fields, upon), caller);
        }
        open(caller);
        return step == Step.TRY
                ? () -> trial.show(id, fields, caller, model)
                : () -> reach.show(PolicyForm.command(id, fields, Upon.whateverStands()), caller, model);
    }

    private Fields renewed(Fields form, PolicyView now, Caller caller, Model model) {
        return lastChange.renewed(form, PolicyText.of(now), HistoryFilter.ofPolicy(now.id()), caller, model);
    }

    private static Upon<PolicyView> upon(PolicyView standing, Fields fields) {
        return Basis.of(fields, standing, PolicyText.of(standing));
    }

    @GetMapping("/{id}/delete")
    String askRetire(@PathVariable String id, Caller caller, HttpServletRequest request, Model model) {
        open(caller);
        reach.beside(Link.to(page(id) + "/delete"), request, new RetirePolicy(id), caller, model);
        return retirement(policies.require(id, caller)).page(model);
    }

    private static Confirmation retirement(PolicyView policy) {
        String page = page(policy.id());
        return new Confirmation(
                "Delete the policy " + policy.id() + "?",
                List.of(
                        policy.effect().equals("allow")
                                ? "What it alone allows is denied from then on."
                                : "What it denies may be allowed again from then on.",
                        "The history keeps what it said, and when."),
                "Delete " + policy.id(),
                page + "/delete",
                Map.of(Basis.FIELD, PolicyText.of(policy)),
                false,
                page);
    }

    @PostMapping("/{id}/delete")
    String retire(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> sent,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Fields form = new Fields(sent);
        PolicyView standing = policies.require(id, caller);
        FormFaults faults =
                Attempt.at(() -> gateway.send(new RetirePolicy(id, upon(standing, form)), caller), request, response);
        if (faults.equals(FormFaults.NONE)) {
            return "redirect:/console/policies?done=policy-retired";
        }
        PolicyView now = policies.require(id, caller);
        renewed(form, now, caller, model);
        return retirement(now).page(faults, model);
    }

    private static String form(String id, Fields fields, FormFaults faults, Model model) {
        model.addAttribute("id", id);
        model.addAttribute("title", id.isEmpty() ? "New policy" : "Edit " + id);
        model.addAttribute("form", fields);
        model.addAttribute("faults", faults);
        FaultPlace.of(faults.at("condition"), fields.text("condition"))
                .ifPresent(place -> model.addAttribute("place", place));
        return "console/policies/edit";
    }

    private static String page(String id) {
        return PoliciesController.LIST + "/" + id;
    }

    private void open(Caller caller) {
        gateway.ask(PoliciesController.FORM, ResponseTypes.instanceOf(Boolean.class), caller);
    }
}
