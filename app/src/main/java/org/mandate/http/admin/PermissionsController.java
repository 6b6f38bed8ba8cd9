package org.mandate.http.admin;

import java.net.URI;
import java.util.Optional;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.mandate.authorization.permission.FindPermissions;
import org.mandate.authorization.permission.PermissionView;
import org.mandate.authorization.permission.RetirePermission;
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

/** The catalogue of permissions. */
@RestController
@RequestMapping("/admin/permissions")
class PermissionsController {

    private final Gateway gateway;

    PermissionsController(Gateway gateway) {
        this.gateway = gateway;
    }

    @GetMapping
    ItemPage<PermissionView> list(
            @RequestParam(defaultValue = "50") int limit, @RequestParam Optional<String> cursor, Caller caller) {
        var permissions =
                gateway.ask(new FindPermissions(), ResponseTypes.multipleInstancesOf(PermissionView.class), caller);
        return ItemPage.cut(permissions, PermissionView::name, limit, cursor);
    }

    @PostMapping
    ResponseEntity<PermissionView> define(@RequestBody PermissionDocument body, Caller caller) {
        var definition = body.definition();
        Written<?> written = gateway.send(definition, caller);
        URI location =
                UriComponentsBuilder.fromPath("/admin/permissions/{permission}").build(definition.name());
        PermissionView permission = gateway
                .readBack(new FindPermissions(), ResponseTypes.multipleInstancesOf(PermissionView.class), caller)
                .stream()
                .filter(one -> one.name().equals(definition.name()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("a permission that was just defined is missing"));
        return Answer.created(written, location).body(permission);
    }

    @DeleteMapping("/{permission}")
    ResponseEntity<Void> retire(@PathVariable String permission, Caller caller) {
        return Answer.noContent(gateway.send(new RetirePermission(permission), caller));
    }
}
