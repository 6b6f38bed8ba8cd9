package org.mandate.http.admin;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.mandate.enforcement.Caller;
import org.mandate.enforcement.Gateway;
import org.mandate.http.answer.ItemPage;
import org.mandate.http.problem.Problem;
import org.mandate.http.problem.ProblemFound;
import org.mandate.http.problem.ProblemKind;
import org.mandate.replay.CompareWithHistory;
import org.mandate.replay.FindProjectionNamed;
import org.mandate.replay.FindProjections;
import org.mandate.replay.ProjectionView;
import org.mandate.replay.RebuildFromHistory;
import org.mandate.replay.ReplayRefused;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** The views of the history: how far they are, and building them again. */
@RestController
@RequestMapping("/admin/projections")
class ProjectionsController {

    private final Gateway gateway;

    ProjectionsController(Gateway gateway) {
        this.gateway = gateway;
    }

    @GetMapping
    ItemPage<ProjectionView> projections(Caller caller) {
        List<ProjectionView> views =
                gateway.ask(new FindProjections(), ResponseTypes.multipleInstancesOf(ProjectionView.class), caller);
        return new ItemPage<>(views, Optional.empty());
    }

    @GetMapping("/{name}")
    ProjectionView projection(@PathVariable String name, Caller caller) {
        return gateway.ask(
                        new FindProjectionNamed(name), ResponseTypes.optionalInstanceOf(ProjectionView.class), caller)
                .orElseThrow(() -> Problem.of(ProblemKind.NOT_FOUND, "there is no view `" + name + "`")
                        .found());
    }

    @PostMapping("/{name}/rebuild")
    ResponseEntity<Void> rebuild(@PathVariable String name, Caller caller) {
        return begun(name, new RebuildFromHistory(name), caller);
    }

    @PostMapping("/{name}/check")
    ResponseEntity<Void> check(@PathVariable String name, Caller caller) {
        return begun(name, new CompareWithHistory(name), caller);
    }

    private ResponseEntity<Void> begun(String name, Object command, Caller caller) {
        try {
            gateway.send(command, caller);
        } catch (ReplayRefused refused) {
            throw problem(refused);
        }
        URI location =
                UriComponentsBuilder.fromPath("/admin/projections/{name}").build(name);
        return ResponseEntity.accepted().location(location).build();
    }

    private static ProblemFound problem(ReplayRefused refused) {
        ProblemKind kind = switch (refused.reason()) {
            case UNKNOWN -> ProblemKind.NOT_FOUND;
            case BUSY -> ProblemKind.CONFLICT;
        };
        return Problem.of(kind, String.valueOf(refused.getMessage())).found();
    }
}
