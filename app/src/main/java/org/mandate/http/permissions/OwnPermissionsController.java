package org.mandate.http.permissions;

import java.util.List;
import java.util.Optional;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.mandate.authorization.SubjectId;
import org.mandate.authorization.assignment.AccessView;
import org.mandate.authorization.assignment.AccessView.EffectivePermission;
import org.mandate.authorization.assignment.AssignmentView;
import org.mandate.authorization.assignment.FindAccess;
import org.mandate.enforcement.Caller;
import org.mandate.enforcement.Gateway;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The caller's own effective permissions, each with the roles that give it. */
@RestController
class OwnPermissionsController {

    private final Gateway gateway;

    OwnPermissionsController(Gateway gateway) {
        this.gateway = gateway;
    }

    @GetMapping("/users/me/permissions")
    OwnPermissions read(Caller caller) {
        SubjectId oneself = SubjectId.user(caller.user().orElseThrow().value());
        AccessView access = gateway.ask(new FindAccess(oneself), ResponseTypes.instanceOf(AccessView.class), caller);
        return new OwnPermissions(
                access.permissions(),
                access.roles().stream().map(AssignmentView::role).distinct().toList(),
                Optional.empty());
    }

    /** All of them at once: nobody holds so many that they need pages. */
    record OwnPermissions(List<EffectivePermission> items, List<String> roles, Optional<String> next) {}
}
