package org.mandate.console.simulate;

import java.util.List;
import java.util.stream.Stream;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.simulation.CancelSimulation;
import org.mandate.authorization.simulation.FindSimulation;
import org.mandate.authorization.simulation.Flip;
import org.mandate.authorization.simulation.SimulationView;
import org.mandate.console.KnownNames;
import org.mandate.console.Reached;
import org.mandate.console.RecordRow.Because;
import org.mandate.enforcement.Caller;
import org.mandate.enforcement.Gateway;
import org.mandate.http.problem.Problem;
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

/** One simulation: how far it is, and what it found. */
@Controller
@RequestMapping("/console/simulate/{id}")
class SimulationController {

    private static final int LISTED = 100;

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
                .orElseThrow(() -> Problem.of(
                                ProblemKind.NOT_FOUND,
                                "there is no simulation of this id, or its result is no longer kept")
                        .found());
        Names names = known.of(ids(view), caller);
        model.addAttribute("view", view);
        model.addAttribute("running", view.state().name().equals("RUNNING"));
        model.addAttribute(
                "flips",
                view.found().flips().stream()
                        .limit(LISTED)
                        .map(flip -> FlipRow.of(flip, names))
                        .toList());
        model.addAttribute("gain", Reached.first(view.found().reach().gain(), LISTED, names));
        model.addAttribute("lose", Reached.first(view.found().reach().lose(), LISTED, names));
        return fragment ? "console/simulate/simulation :: result" : "console/simulate/simulation";
    }

    @PostMapping("/cancel")
    String cancel(@PathVariable String id, Caller caller) {
        gateway.send(new CancelSimulation(id), caller);
        return "redirect:/console/simulate/" + id;
    }

    private static List<String> ids(SimulationView view) {
        Stream<String> asked =
                view.found().flips().stream().limit(LISTED).map(Flip::subject).map(SubjectId::id);
        return Stream.concat(asked, Reached.users(view.found().reach(), LISTED)).toList();
    }

    /** A decision that would have come out the other way. */
    record FlipRow(Flip flip, String name, List<Because> was, List<Because> would) {

        static FlipRow of(Flip flip, Names names) {
            return new FlipRow(
                    flip,
                    names.of(flip.subject().id()),
                    flip.was().stream().map(Because::of).toList(),
                    flip.would().stream().map(Because::of).toList());
        }
    }
}
