package org.mandate.console.simulate;

import java.util.List;
import java.util.stream.Stream;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.mandate.authorization.reproduction.Jobs.State;
import org.mandate.authorization.simulation.CancelSimulation;
import org.mandate.authorization.simulation.FindSimulation;
import org.mandate.authorization.simulation.SimulationView;
import org.mandate.console.FormFaults;
import org.mandate.console.KnownNames;
import org.mandate.console.Reached;
import org.mandate.enforcement.Caller;
import org.mandate.enforcement.Gateway;
import org.mandate.http.problem.Problem;
import org.mandate.http.problem.ProblemFound;
import org.mandate.http.problem.ProblemKind;
import org.mandate.oversight.Names;
import org.mandate.oversight.OpenForm;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;

/** One simulation: what was supposed, how far it is, and what it found. */
@Controller
@RequestMapping("/console/simulate/{id}")
class SimulationController {

    private static final int LISTED = 50;

    private final Gateway gateway;
    private final KnownNames known;

    SimulationController(Gateway gateway, KnownNames known) {
        this.gateway = gateway;
        this.known = known;
    }

    /** These pages are the administrators': auditors, who see nothing that starts work, have simulations over REST. */
    @ModelAttribute
    void admit(Caller caller) {
        gateway.ask(new OpenForm(OpenForm.SIMULATIONS), ResponseTypes.instanceOf(Boolean.class), caller);
    }

    @GetMapping
    String page(
            @PathVariable String id,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment,
            Caller caller,
            Model model) {
        SimulationView view = gateway.ask(
                        new FindSimulation(id), ResponseTypes.optionalInstanceOf(SimulationView.class), caller)
                .orElseThrow(SimulationController::unknown);
        Changes changes = Changes.of(view.asked());
        Names names = known.of(ids(view, changes), caller);
        model.addAttribute("view", view);
        model.addAttribute("by", names.of(view.startedBy()));
        model.addAttribute("running", view.state() == State.RUNNING);
        model.addAttribute("composed", Composed.of(changes, FormFaults.NONE, names));
        model.addAttribute("json", changes.text());
        model.addAttribute("given", Given.of(view.asked(), names));
        model.addAttribute("directions", List.of(Direction.of(view, true, names), Direction.of(view, false, names)));
        model.addAttribute("gain", Reached.first(view.found().reach().gain(), LISTED, names));
        model.addAttribute("lose", Reached.first(view.found().reach().lose(), LISTED, names));
        return fragment ? "console/simulate/simulation :: result" : "console/simulate/simulation";
    }

    @PostMapping("/cancel")
    String cancel(@PathVariable String id, Caller caller) {
        gateway.send(new CancelSimulation(id), caller);
        return "redirect:/console/simulate/" + id;
    }

    static ProblemFound unknown() {
        return Problem.of(ProblemKind.NOT_FOUND, "there is no simulation of this id, or its result is no longer kept")
                .found();
    }

    private static List<String> ids(SimulationView view, Changes changes) {
        return Stream.of(
                        Stream.of(view.startedBy()),
                        Composed.users(changes),
                        Window.users(view.asked().sample()).stream(),
                        Direction.subjects(view, true),
                        Direction.subjects(view, false),
                        Reached.users(view.found().reach(), LISTED))
                .flatMap(ids -> ids)
                .toList();
    }
}
