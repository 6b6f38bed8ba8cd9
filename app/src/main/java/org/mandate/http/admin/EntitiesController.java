package org.mandate.http.admin;

import java.net.URI;
import java.util.Optional;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.mandate.authorization.AccessRuleViolated;
import org.mandate.authorization.AccessRuleViolated.Rule;
import org.mandate.authorization.entity.DescribeEntity;
import org.mandate.authorization.entity.EntityView;
import org.mandate.authorization.entity.FindEntity;
import org.mandate.authorization.entity.ForgetEntity;
import org.mandate.enforcement.Caller;
import org.mandate.enforcement.Gateway;
import org.mandate.enforcement.Gateway.Written;
import org.mandate.http.answer.Answer;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** What is known of subjects and resources that live elsewhere. */
@RestController
@RequestMapping("/admin/entities")
class EntitiesController {

    private final Gateway gateway;

    EntitiesController(Gateway gateway) {
        this.gateway = gateway;
    }

    @GetMapping("/{type}/{id}")
    EntityView read(@PathVariable String type, @PathVariable String id, Caller caller) {
        return found(gateway.ask(new FindEntity(type, id), ResponseTypes.optionalInstanceOf(EntityView.class), caller));
    }

    @PutMapping("/{type}/{id}")
    ResponseEntity<EntityView> describe(
            @PathVariable String type, @PathVariable String id, @RequestBody EntityDocument body, Caller caller) {
        Written<Boolean> written = gateway.send(new DescribeEntity(type, id, body.attributes()), caller);
        URI location =
                UriComponentsBuilder.fromPath("/admin/entities/{type}/{id}").build(type, id);
        return (written.result() ? Answer.created(written, location) : Answer.ok(written))
                .body(found(gateway.readBack(
                        new FindEntity(type, id), ResponseTypes.optionalInstanceOf(EntityView.class), caller)));
    }

    @DeleteMapping("/{type}/{id}")
    ResponseEntity<Void> forget(@PathVariable String type, @PathVariable String id, Caller caller) {
        return Answer.noContent(gateway.send(new ForgetEntity(type, id), caller));
    }

    private static EntityView found(Optional<EntityView> entity) {
        return entity.orElseThrow(() ->
                new AccessRuleViolated(Rule.UNKNOWN_ENTITY, "", "nothing is known of an entity of this type and id"));
    }
}
