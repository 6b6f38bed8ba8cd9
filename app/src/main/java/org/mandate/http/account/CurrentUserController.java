package org.mandate.http.account;

import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.mandate.enforcement.Caller;
import org.mandate.enforcement.Gateway;
import org.mandate.enforcement.Gateway.Written;
import org.mandate.http.answer.Answer;
import org.mandate.http.problem.Problem;
import org.mandate.http.problem.ProblemKind;
import org.mandate.identity.UserId;
import org.mandate.identity.user.ChangePassword;
import org.mandate.identity.user.ChangeProfile;
import org.mandate.identity.user.FindUser;
import org.mandate.identity.user.UserView;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** One's own profile and password. */
@RestController
@RequestMapping("/users/me")
class CurrentUserController {
    private final Gateway gateway;

    CurrentUserController(Gateway gateway) {
        this.gateway = gateway;
    }

    @GetMapping
    ProfileBody read(Caller caller) {
        return gateway.ask(
                        new FindUser(caller.user().orElseThrow()),
                        ResponseTypes.optionalInstanceOf(UserView.class),
                        caller)
                .map(ProfileBody::of)
                .orElseThrow(CurrentUserController::gone);
    }

    @PutMapping
    ResponseEntity<ProfileBody> change(@RequestBody ProfileChange body, Caller caller) {
        UserId user = caller.user().orElseThrow();
        Written<?> written = gateway.send(new ChangeProfile(user, body.email(), body.fullName()), caller);
        ProfileBody profile = gateway.readBack(
                        new FindUser(user), ResponseTypes.optionalInstanceOf(UserView.class), caller)
                .map(ProfileBody::of)
                .orElseThrow(CurrentUserController::gone);
        return Answer.ok(written).body(profile);
    }

    @PutMapping("/password")
    ResponseEntity<Void> changePassword(@RequestBody PasswordChange body, Caller caller) {
        ChangePassword command = new ChangePassword(
                caller.user().orElseThrow(),
                body.current(),
                body.replacement(),
                caller.session().orElseThrow());
        return Answer.noContent(gateway.send(command, caller));
    }

    private static RuntimeException gone() {
        return Problem.of(ProblemKind.NOT_FOUND, "there is no such user any more")
                .found();
    }
}
