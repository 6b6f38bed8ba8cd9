package org.mandate.console.simulate;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.mandate.authorization.simulation.FindSimulation;
import org.mandate.authorization.simulation.FindSimulations;
import org.mandate.authorization.simulation.SimulationView;
import org.mandate.console.Attempt;
import org.mandate.console.FaultPlace;
import org.mandate.console.Fields;
import org.mandate.console.FormFaults;
import org.mandate.console.KnownNames;
import org.mandate.console.Sentence;
import org.mandate.enforcement.Caller;
import org.mandate.enforcement.Gateway;
import org.mandate.http.problem.ProblemFound;
import org.mandate.oversight.Names;
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
    private final Composer composer;
    private final KnownNames known;

    SimulateController(Gateway gateway, Composer composer, KnownNames known) {
        this.gateway = gateway;
        this.composer = composer;
        this.known = known;
    }

    /** A simulation of this node, in one sentence. */
    record Lately(SimulationView view, Line summary) {}

    /** These pages are the administrators': auditors, who see nothing that starts work, have simulations over REST. */
    @ModelAttribute
    void admit(Caller caller) {
        gateway.ask(new OpenForm(OpenForm.SIMULATIONS), ResponseTypes.instanceOf(Boolean.class), caller);
    }

    @GetMapping
    String form(
            @RequestParam MultiValueMap<String, String> query,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Fields fields = new Fields(query);
        FormFaults faults = Attempt.at(() -> Changes.read(fields.text(Changes.FIELD)), request, response);
        return page(fields, faults, caller, model);
    }

    /** The form filled in as it was for a simulation. */
    @GetMapping(params = "again")
    String again(
            @RequestParam String again,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Fields[] fields = {Fields.none()};
        FormFaults faults = Attempt.at(() -> fields[0] = asked(again, caller), request, response);
        return page(fields[0], faults, caller, model);
    }

    private Fields asked(String id, Caller caller) {
        SimulationView view = gateway.ask(
                        new FindSimulation(id), ResponseTypes.optionalInstanceOf(SimulationView.class), caller)
                .orElseThrow(SimulationController::unknown);
        return Window.fields(view.asked(), known.of(Window.users(view.asked().sample()), caller));
    }

    @PostMapping
    String press(
            @RequestParam MultiValueMap<String, String> sent,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Fields[] fields = {new Fields(sent)};
        FormFaults faults = Attempt.at(() -> fields[0] = composer.pressed(fields[0], caller), request, response);
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
        String[] started = {""};
        FormFaults faults = Attempt.at(() -> started[0] = composer.start(fields, caller), request, response);
        return started[0].isEmpty() ? page(fields, faults, caller, model) : "redirect:/console/simulate/" + started[0];
    }

    private String page(Fields fields, FormFaults faults, Caller caller, Model model) {
        Changes changes = readable(fields);
        List<SimulationView> kept =
                gateway.ask(new FindSimulations(), ResponseTypes.multipleInstancesOf(SimulationView.class), caller);
        Stream<String> users = Stream.concat(
                Composed.users(changes),
                kept.stream().map(view -> Changes.of(view.asked())).flatMap(Composed::users));
        Names names = known.of(users.toList(), caller);
        model.addAttribute("form", fields);
        model.addAttribute("faults", faults);
        model.addAttribute("composed", Composed.of(changes, faults, names));
        model.addAttribute("open", open(fields, faults));
        model.addAttribute("unread", unread(faults));
        model.addAttribute("suggested", Suggested.to(caller, gateway));
        model.addAttribute(
                "simulations",
                kept.stream()
                        .map(view -> new Lately(
                                view,
                                Composed.of(Changes.of(view.asked()), FormFaults.NONE, names)
                                        .summary()))
                        .toList());
        FaultPlace.of(faults.at("policy-condition"), fields.text("policy-condition"))
                .ifPresent(place -> model.addAttribute("place", place));
        return "console/simulate/compose";
    }

    /** What cannot be read stands in its field, with what is wrong with it, and nowhere else. */
    private static Changes readable(Fields fields) {
        try {
            return Changes.read(fields.text(Changes.FIELD));
        } catch (ProblemFound unreadable) {
            return Changes.read("");
        }
    }

    /** The key of the choice that has to be mended before anything else. */
    private static String open(Fields fields, FormFaults faults) {
        boolean list = faults.errors().stream().anyMatch(fault -> fault.field().startsWith(Changes.FIELD));
        return faults.equals(FormFaults.NONE) || list
                ? ""
                : fields.optional("add")
                        .or(() -> Choice.begun(fields).map(Choice::key))
                        .orElse("");
    }

    /** What is wrong with the list itself; what is wrong with one of its changes stands there. */
    private static String unread(FormFaults faults) {
        return faults.errors().stream()
                .filter(fault -> fault.field().equals(Changes.FIELD))
                .map(fault -> Sentence.of(fault.message()))
                .findFirst()
                .orElse("");
    }
}
