package org.mandate.http.admin;

import java.net.URI;
import java.util.Optional;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.mandate.authorization.AccessRuleViolated;
import org.mandate.authorization.AccessRuleViolated.Rule;
import org.mandate.authorization.constraint.ConstraintView;
import org.mandate.authorization.constraint.FindConstraint;
import org.mandate.authorization.constraint.FindConstraints;
import org.mandate.authorization.constraint.RetireConstraint;
import org.mandate.enforcement.Caller;
import org.mandate.enforcement.Gateway;
import org.mandate.enforcement.Gateway.Written;
import org.mandate.http.answer.Answer;
import org.mandate.http.answer.ItemPage;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** Separation of duty: roles of which nobody may hold too many. */
@RestController
@RequestMapping("/admin/constraints")
class ConstraintsController {

    private final Gateway gateway;

    ConstraintsController(Gateway gateway) {
        this.gateway = gateway;
    }

    @GetMapping
    ItemPage<ConstraintView> list(
            @RequestParam(defaultValue = "50") int limit, @RequestParam Optional<String> cursor, Caller caller) {
        var constraints =
                gateway.ask(new FindConstraints(), ResponseTypes.multipleInstancesOf(ConstraintView.class), caller);
        return ItemPage.cut(constraints, ConstraintView::id, limit, cursor);
    }

    @GetMapping("/{id}")
    ConstraintView read(@PathVariable String id, Caller caller) {
        return gateway.ask(new FindConstraint(id), ResponseTypes.optionalInstanceOf(ConstraintView.class), caller)
                .orElseThrow(() -> unknown(id));
    }

    @PostMapping
    ResponseEntity<ConstraintView> define(@RequestBody ConstraintDocument body, Caller caller) {
        var definition = body.definition();
        Written<?> written = gateway.send(definition, caller);
        URI location = UriComponentsBuilder.fromPath("/admin/constraints/{id}").build(definition.id());
        ConstraintView constraint = gateway.readBack(
                        new FindConstraint(definition.id()),
                        ResponseTypes.optionalInstanceOf(ConstraintView.class),
                        caller)
                .orElseThrow(() -> unknown(definition.id()));
        return Answer.created(written, location).body(constraint);
    }

    @DeleteMapping("/{id}")
    ResponseEntity<Void> retire(@PathVariable String id, Caller caller) {
        return Answer.noContent(gateway.send(new RetireConstraint(id), caller));
    }

    private static AccessRuleViolated unknown(String id) {
        return new AccessRuleViolated(Rule.UNKNOWN_CONSTRAINT, "", "there is no constraint `" + id + "`");
    }
}
