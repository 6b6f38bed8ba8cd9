package org.mandate.console.simulate;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.mandate.access.NamedSubjects;
import org.mandate.authorization.catalogue.CatalogueRefused;
import org.mandate.authorization.simulation.FindSimulations;
import org.mandate.authorization.simulation.SimulationView;
import org.mandate.console.Attempt;
import org.mandate.console.Fields;
import org.mandate.console.FormFaults;
import org.mandate.enforcement.Caller;
import org.mandate.enforcement.Gateway;
import org.mandate.enforcement.Gateway.Written;
import org.mandate.http.simulation.SimulationDocument;
import org.mandate.oversight.OpenForm;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Composes changes and starts simulations of them. */
@Controller
@RequestMapping("/console/simulate")
class SimulateController {

    private final Gateway gateway;
    private final NamedSubjects subjects;

    SimulateController(Gateway gateway, NamedSubjects subjects) {
        this.gateway = gateway;
        this.subjects = subjects;
    }

    /** These pages are the administrators': auditors, who see nothing that starts work, have simulations over REST. */
    @ModelAttribute
    void admit(Caller caller) {
        gateway.ask(new OpenForm(OpenForm.SIMULATIONS), ResponseTypes.instanceOf(Boolean.class), caller);
    }

    @GetMapping
    String form(@RequestParam MultiValueMap<String, String> query, Caller caller, Model model) {
        return page(new Fields(query), FormFaults.NONE, caller, model);
    }

    @PostMapping(params = "add")
    String add(
            @RequestParam MultiValueMap<String, String> sent,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Fields[] fields = {new Fields(sent)};
        FormFaults faults = Attempt.at(
                () -> fields[0] = fields[0]
                        .with("changes", new Composition(fields[0], subjects).extended())
                        .with("name", "")
                        .with("object", ""),
                request,
                response);
        return page(fields[0], faults, caller, model);
    }

    @PostMapping(params = "run")
    String run(
            @RequestParam MultiValueMap<String, String> sent,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Fields fields = new Fields(sent);
        String[] started = new String[1];
        FormFaults faults = Attempt.at(() -> started[0] = start(fields, caller), request, response);
        return started[0] == null ? page(fields, faults, caller, model) : "redirect:/console/simulate/" + started[0];
    }

    private String start(Fields fields, Caller caller) {
        try {
            Written<String> written =
                    gateway.send(SimulationDocument.command(new Composition(fields, subjects).document()), caller);
            return written.result();
        } catch (CatalogueRefused refused) {
            throw SimulationDocument.refused(refused);
        }
    }

    private String page(Fields fields, FormFaults faults, Caller caller, Model model) {
        model.addAttribute("form", fields);
        model.addAttribute("faults", faults);
        model.addAttribute("kinds", Composition.KINDS);
        model.addAttribute(
                "simulations",
                gateway.ask(new FindSimulations(), ResponseTypes.multipleInstancesOf(SimulationView.class), caller));
        return "console/simulate/compose";
    }
}
