package org.mandate.console.policies;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.mandate.authorization.Upon;
import org.mandate.authorization.change.HistoryFilter;
import org.mandate.authorization.policy.PolicyRules;
import org.mandate.authorization.policy.PolicyView;
import org.mandate.authorization.policy.RetirePolicy;
import org.mandate.console.Attempt;
import org.mandate.console.Basis;
import org.mandate.console.Confirmation;
import org.mandate.console.Fields;
import org.mandate.console.FormFaults;
import org.mandate.console.LastChange;
import org.mandate.console.Link;
import org.mandate.console.ReachPanel;
import org.mandate.enforcement.Caller;
import org.mandate.enforcement.Gateway;
import org.mandate.http.problem.Problem;
import org.mandate.http.problem.ProblemKind;
import org.mandate.oversight.BrowsePolicies;
import org.mandate.oversight.BrowsePolicy;
import org.mandate.oversight.OpenForm;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** All policies, one of them, and changing it. */
@Controller
@RequestMapping("/console/policies")
class PoliciesController {

    private static final String LIST = "/console/policies";
    private static final int PAGE = 50;
    private static final OpenForm FORM = new OpenForm("policies");

    private final Gateway gateway;
    private final PolicyPast past;
    private final PolicyTrial trial;
    private final ReachPanel reach;
    private final LastChange lastChange;

    PoliciesController(Gateway gateway, PolicyPast past, PolicyTrial trial, ReachPanel reach, LastChange lastChange) {
        this.gateway = gateway;
        this.past = past;
        this.trial = trial;
        this.reach = reach;
        this.lastChange = lastChange;
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
        model.addAttribute("q", form.text("q"));
        model.addAttribute("effect", form.text("effect"));
        model.addAttribute("faults", faults);
        model.addAttribute("mayEdit", gateway.wouldAdmit(FORM, caller));
        return "console/policies/list";
    }

    private void find(Fields form, Caller caller, Model model) {
        Optional<String> part = form.optional("q");
        Optional<String> effect = form.optional("effect");
        Optional<String> after = form.optional("after");
        effect.ifPresent(kind -> PolicyRules.requireEffect("effect", kind));
        List<PolicyView> found =
                gateway.ask(new BrowsePolicies(), ResponseTypes.multipleInstancesOf(PolicyView.class), caller).stream()
                        .filter(policy ->
                                part.map(text -> mentions(policy, text)).orElse(true))
                        .filter(policy -> effect.map(policy.effect()::equals).orElse(true))
                        .filter(policy -> after.map(last -> policy.id().compareTo(last) > 0)
                                .orElse(true))
                        .limit(PAGE + 1L)
                        .toList();
        List<PolicyView> page = found.subList(0, Math.min(PAGE, found.size()));
        model.addAttribute("policies", page.stream().map(PolicyRow::of).toList());
        Link first = Link.to(LIST).with("q", part).with("effect", effect);
        model.addAttribute("newer", after.isPresent() ? first.toString() : "");
        Optional<String> last =
                found.size() > PAGE ? Optional.of(page.get(PAGE - 1).id()) : Optional.empty();
        model.addAttribute("older", first.further("after", last));
    }

    private static boolean mentions(PolicyView policy, String part) {
        String sought = part.toLowerCase(Locale.ROOT);
        return (policy.id() + "\n" + policy.description() + "\n" + policy.resourceType())
                .toLowerCase(Locale.ROOT)
                .contains(sought);
    }

    @GetMapping("/{id}")
    String page(@PathVariable String id, Caller caller, Model model) {
        if (id.equals("new") && find(id, caller).isEmpty()) {
            return "redirect:/console/policies?new";
        }
        model.addAttribute("policy", PolicyRow.of(policy(id, caller)));
        model.addAttribute("past", past.of(id, caller));
        model.addAttribute("mayEdit", gateway.wouldAdmit(FORM, caller));
        return "console/policies/policy";
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
        return form(id, PolicyForm.of(policy(id, caller)), FormFaults.NONE, model);
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
        String policy = id.orElseGet(() -> fields.text("id"));
        Optional<PolicyView> standing = id.map(known -> policy(known, caller));
        String step = fields.text("step");
        Runnable action = switch (step) {
            case "try" -> () -> trial.show(policy, fields, caller, model);
            case "look" -> () -> reach.show(PolicyForm.command(policy, fields, Upon.whateverStands()), caller, model);
            default -> () -> gateway.send(PolicyForm.command(policy, fields, upon(standing, fields)), caller);
        };
        FormFaults faults = Attempt.at(action, request, response).beneath(PolicyTrial.PLACE);
        if (step.equals("try") || step.equals("look")) {
            return form(id.orElse(""), fields, faults, model);
        }
        if (faults.equals(FormFaults.NONE)) {
            return "redirect:" + Link.to(LIST + "/" + policy).with("done", Optional.of("policy-saved"));
        }
        Fields again = id.map(known -> renewed(fields, policy(known, caller), caller, model))
                .orElse(fields);
        return form(id.orElse(""), again, faults, model);
    }

    private Fields renewed(Fields form, PolicyView now, Caller caller, Model model) {
        return lastChange.renewed(form, PolicyText.of(now), HistoryFilter.ofPolicy(now.id()), caller, model);
    }

    /** A form that was made from something else than what stands goes no further. */
    private static Upon<PolicyView> upon(Optional<PolicyView> standing, Fields fields) {
        standing.ifPresent(policy -> Basis.require(fields, PolicyText.of(policy)));
        return standing.map(Upon::exactly).orElseGet(Upon::nothing);
    }

    @GetMapping("/{id}/delete")
    String askRetire(@PathVariable String id, Caller caller, HttpServletRequest request, Model model) {
        open(caller);
        reach.beside(Link.to(LIST + "/" + id + "/delete"), request, new RetirePolicy(id), caller, model);
        return retirement(policy(id, caller)).page(model);
    }

    private static Confirmation retirement(PolicyView policy) {
        String page = LIST + "/" + policy.id();
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
        Optional<PolicyView> standing = Optional.of(policy(id, caller));
        FormFaults faults =
                Attempt.at(() -> gateway.send(new RetirePolicy(id, upon(standing, form)), caller), request, response);
        if (faults.equals(FormFaults.NONE)) {
            return "redirect:/console/policies?done=policy-retired";
        }
        PolicyView now = policy(id, caller);
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

    private Optional<PolicyView> find(String id, Caller caller) {
        return gateway.ask(new BrowsePolicy(id), ResponseTypes.optionalInstanceOf(PolicyView.class), caller);
    }

    private PolicyView policy(String id, Caller caller) {
        return find(id, caller)
                .orElseThrow(() -> Problem.of(ProblemKind.NOT_FOUND, "there is no policy `" + id + "`")
                        .found());
    }

    private void open(Caller caller) {
        gateway.ask(FORM, ResponseTypes.instanceOf(Boolean.class), caller);
    }
}
