package org.mandate.http.simulation;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.mandate.authorization.catalogue.CatalogueRefused;
import org.mandate.authorization.simulation.CancelSimulation;
import org.mandate.authorization.simulation.FindSimulation;
import org.mandate.authorization.simulation.FindSimulations;
import org.mandate.authorization.simulation.SimulationView;
import org.mandate.enforcement.Caller;
import org.mandate.enforcement.Gateway;
import org.mandate.enforcement.Gateway.Written;
import org.mandate.http.answer.ItemPage;
import org.mandate.http.problem.Problem;
import org.mandate.http.problem.ProblemKind;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Changes that are tried on recorded decisions. */
@RestController
@RequestMapping("/simulations")
class SimulationsController {

    private final Gateway gateway;

    SimulationsController(Gateway gateway) {
        this.gateway = gateway;
    }

    /** Where a running simulation is looked at. */
    record Started(String id, String state) {}

    @PostMapping
    ResponseEntity<Started> start(@RequestBody JsonNode body, Caller caller) {
        try {
            Written<String> written = gateway.send(SimulationDocument.command(body), caller);
            String id = written.result();
            return ResponseEntity.accepted()
                    .location(URI.create("/simulations/" + id))
                    .body(new Started(id, "running"));
        } catch (CatalogueRefused refused) {
            throw SimulationDocument.refused(refused);
        }
    }

    /** The newest first; so few are kept that one page holds them all. */
    @GetMapping
    ItemPage<SimulationBody> list(Caller caller) {
        List<SimulationView> views =
                gateway.ask(new FindSimulations(), ResponseTypes.multipleInstancesOf(SimulationView.class), caller);
        return ItemPage.of(views, Optional.empty(), SimulationBody::of);
    }

    @GetMapping("/{id}")
    SimulationBody read(@PathVariable String id, Caller caller) {
        return gateway.ask(new FindSimulation(id), ResponseTypes.optionalInstanceOf(SimulationView.class), caller)
                .map(SimulationBody::of)
                .orElseThrow(SimulationsController::unknown);
    }

    @DeleteMapping("/{id}")
    ResponseEntity<Void> cancel(@PathVariable String id, Caller caller) {
        Written<Boolean> written = gateway.send(new CancelSimulation(id), caller);
        if (!written.result()) {
            throw unknown();
        }
        return ResponseEntity.noContent().build();
    }

    private static RuntimeException unknown() {
        return Problem.of(ProblemKind.NOT_FOUND, "there is no simulation of this id, or its result is no longer kept")
                .found();
    }
}
