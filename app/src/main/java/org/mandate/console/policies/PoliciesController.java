package org.mandate.console.policies;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.mandate.authorization.policy.PolicyRules;
import org.mandate.authorization.policy.PolicyView;
import org.mandate.console.Attempt;
import org.mandate.console.Fields;
import org.mandate.console.FormFaults;
import org.mandate.console.Link;
import org.mandate.enforcement.Caller;
import org.mandate.enforcement.Gateway;
import org.mandate.oversight.BrowsePolicies;
import org.mandate.oversight.OpenForm;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** All policies, and one of them as it stands. */
@Controller
@RequestMapping(PoliciesController.LIST)
class PoliciesController {

    static final String LIST = "/console/policies";
    private static final int PAGE = 50;
    static final OpenForm FORM = new OpenForm("policies");

    private final Gateway gateway;
    private final ThisPolicy policies;
    private final PolicyPast past;

    PoliciesController(Gateway gateway, ThisPolicy policies, PolicyPast past) {
        this.gateway = gateway;
        this.policies = policies;
        this.past = past;
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
        if (id.equals("new") && policies.find(id, caller).isEmpty()) {
            return "redirect:/console/policies?new";
        }
        model.addAttribute("policy", PolicyRow.of(policies.require(id, caller)));
        model.addAttribute("past", past.of(id, caller));
        model.addAttribute("mayEdit", gateway.wouldAdmit(FORM, caller));
        return "console/policies/policy";
    }
}
